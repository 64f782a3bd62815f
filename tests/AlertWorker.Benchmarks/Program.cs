using AlertWorker.Benchmarks;

// dotnet run -c Release --project tests/AlertWorker.Benchmarks [-- PYTHON]
return ParsingComparison.Run(python: args.Length > 0 ? args[0] : null, Console.Out);
