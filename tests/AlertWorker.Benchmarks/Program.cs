using AlertWorker.Benchmarks;

// dotnet run -c Release --project tests/AlertWorker.Benchmarks [-- PYTHON | poll]
return args switch
{
    ["serve"] => await UnchangedServer.Run(),
    ["poll"] => await PollingComparison.Run(Console.Out),
    [var python] => ParsingComparison.Run(python, Console.Out),
    _ => ParsingComparison.Run(python: null, Console.Out),
};
