using System.IO.Compression;
using TradeBot.Testing;

namespace TradeBot.MarketData.Tests;

public class SampleTests
{
    private const long LargestSample = 5_000_000;

    [Fact]
    public void The_committed_sample_is_what_its_seed_generates()
    {
        foreach (CandleSeries series in SampleMarket.Generate())
        {
            using var generated = new MemoryStream();
            CandleCsv.Write(series, generated);

            // Compressed bytes may differ between releases of the compressor; the text may not.
            using var committed = new MemoryStream();
            using (var gzip = new GZipStream(File.OpenRead(PathOf(series)), CompressionMode.Decompress))
                gzip.CopyTo(committed);

            Assert.True(generated.ToArray().AsSpan().SequenceEqual(committed.ToArray()), $"{series} differs from {PathOf(series)}.");
        }
    }

    [Fact]
    public void The_committed_sample_reads_back_as_four_weeks_with_one_outage()
    {
        SyntheticMarket generated = SampleMarket.Generate();
        Assert.Equal(["SYNBTC", "SYNETH", "SYNSOL"], generated.Select(series => series.Symbol));
        foreach (CandleSeries series in generated)
            Assert.Equal(series.ContentHash, CandleCsv.Read(PathOf(series)).ContentHash);

        Assert.Equal([40_320, 40_320, 40_320 - 37], generated.Select(series => series.Count));
        Assert.Equal(37, Assert.Single(generated["SYNSOL"].Gaps()).Missing);
    }

    [Fact]
    public void Nothing_else_lies_in_the_sample_and_it_is_small()
    {
        FileInfo[] files = new DirectoryInfo(Repository.PathOf("data", "sample")).GetFiles(); // a store that was opened here keeps its cache in a folder

        Assert.Equal(
            ["SYNBTC_1m.csv.gz", "SYNETH_1m.csv.gz", "SYNSOL_1m.csv.gz"],
            files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.True(files.Sum(file => file.Length) < LargestSample);
    }

    private static string PathOf(CandleSeries series) => Repository.PathOf("data", "sample", SampleMarket.FileNameOf(series));
}
