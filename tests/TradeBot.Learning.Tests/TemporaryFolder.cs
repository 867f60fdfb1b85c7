namespace TradeBot.Learning.Tests;

/// <summary>An empty folder that is removed with everything in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tradebot-learning-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
