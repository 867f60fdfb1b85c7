namespace TradeBot.MarketData.Tests.Storage;

/// <summary>A folder of its own for one test, removed at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (OperatingSystem.IsWindows() && exception is (IOException or UnauthorizedAccessException))
        {
            // Windows keeps files that are mapped until the process ends; the system clears its temporary folder.
        }
    }
}
