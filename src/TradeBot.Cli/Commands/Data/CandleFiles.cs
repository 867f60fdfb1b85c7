using System.CommandLine;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

/// <summary>Candle files in a folder that the user names: a file with other content is never replaced.</summary>
internal static class CandleFiles
{
    public static Option<bool> Replace() => new("--replace") { Description = "Replace files that have other candles." };

    /// <summary>Refuses to write over a file whose content would be lost; a file with the same candles may be written again.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="series">The candles to write.</param>
    /// <param name="mayReplace">True to write over anything.</param>
    /// <exception cref="IOException">The file holds something else.</exception>
    public static void RequireFree(string path, CandleSeries series, bool mayReplace)
    {
        if (!mayReplace && File.Exists(path) && !Holds(path, series))
            throw new IOException($"'{path}' already exists with other content: choose another --out, or give --replace. Nothing was written.");
    }

    private static bool Holds(string path, CandleSeries series)
    {
        try
        {
            return CandleCsv.Read(path, series.Symbol, series.Timeframe).ContentHash == series.ContentHash;
        }
        catch (CandleDataException)
        {
            return false; // no candles, or damaged ones
        }
    }
}
