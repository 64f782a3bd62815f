Console.WriteLine("AlertWorker");
