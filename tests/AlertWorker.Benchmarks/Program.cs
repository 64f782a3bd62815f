using AlertWorker.Benchmarks;

// dotnet run -c Release --project tests/AlertWorker.Benchmarks [-- parsing [PYTHON] | telegram | mail]
return args switch
{
    ["telegram"] => await TelegramComparison.Run(Console.Out),
    ["mail"] => await MailComparison.Run(Console.Out),
    ["parsing", var python] => ParsingComparison.Run(python, Console.Out),
    [] or ["parsing"] => ParsingComparison.Run(python: null, Console.Out),
    [var python] => ParsingComparison.Run(python, Console.Out),
    _ => 2,
};
