namespace AlertWorker.Web;

/// <summary>Tests that ask one and the same running worker.</summary>
[CollectionDefinition(nameof(SeededWorker))]
public sealed class SharedWorker : ICollectionFixture<SeededWorker>;
