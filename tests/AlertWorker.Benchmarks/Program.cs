using AlertWorker.Benchmarks;

// dotnet run -c Release --project tests/AlertWorker.Benchmarks -- fold | parse [PYTHON]
return args switch
{
    ["fold"] => FoldSpeed.Run(Console.Out),
    ["parse", .. var python] => ParsingComparison.Run(python.FirstOrDefault(), Console.Out),
    _ => ParsingComparison.Run(args.FirstOrDefault(), Console.Out) + FoldSpeed.Run(Console.Out),
};
