namespace TradeBot.Notebooks.Tests;

/// <summary>Runs in this process change its working directory: tests of them take turns.</summary>
internal static class WorkingDirectory
{
    public const string Runs = "runs in this process";
}
