using AlertWorker.Benchmarks;

// dotnet run -c Release --project tests/AlertWorker.Benchmarks -- parse [PYTHON] | fold | telegram | mail | poll | detect | growth [POSTGRES CONNECTION]
return args switch
{
    ["parse", .. var python] => ParsingComparison.Run(python.FirstOrDefault(), Console.Out),
    ["fold"] => FoldSpeed.Run(Console.Out),
    ["detect"] => DetectorSpeed.Run(Console.Out),
    ["telegram"] => await TelegramComparison.Run(Console.Out),
    ["mail"] => await MailComparison.Run(Console.Out),
    ["poll"] => await PollingComparison.Run(Console.Out),
    ["growth", .. var connection] => await GrowthComparison.Run(connection.FirstOrDefault(), Console.Out),
    ["serve"] => await UnchangedServer.Run(), // the other side of "poll"
    _ => 2,
};
