using AlertWorker.Benchmarks;

// dotnet run -c Release --project tests/AlertWorker.Benchmarks -- parse [PYTHON] | fold | telegram | mail
return args switch
{
    ["parse", .. var python] => ParsingComparison.Run(python.FirstOrDefault(), Console.Out),
    ["fold"] => FoldSpeed.Run(Console.Out),
    ["telegram"] => await TelegramComparison.Run(Console.Out),
    ["mail"] => await MailComparison.Run(Console.Out),
    _ => 2,
};
