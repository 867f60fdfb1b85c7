using System.Text;

namespace TradeBot.MarketData.Tests.Import;

/// <summary>Reads texts as if they were files.</summary>
internal static class ImportText
{
    public static IReadOnlyList<ImportResult> ReadAll(string name, string text, ImportOptions? options = null) =>
        CandleImport.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, options);

    public static ImportResult Read(string name, string text, ImportOptions? options = null) => Assert.Single(ReadAll(name, text, options));

    public static CandleDataException Refused(string name, string text, ImportOptions? options = null) =>
        Assert.Throws<CandleDataException>(() => ReadAll(name, text, options));

    public static DateTime Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new(year, month, day, hour, minute, second, DateTimeKind.Utc);

    public static Candle[] Rows(this ImportResult read) => [.. Enumerable.Range(0, read.Table.Count).Select(i => read.Table[i])];

    public static void AssertSaid(this ImportResult read, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(read.Assumptions, said => said.Contains(part, StringComparison.Ordinal)));
}
