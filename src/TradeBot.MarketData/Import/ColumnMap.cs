namespace TradeBot.MarketData;

/// <summary>Which column holds what; −1 for a column that is not there.</summary>
internal sealed record ColumnMap(int Time, int[] Prices, int Volume, int Turnover, int Symbol, int Synthetic)
{
    private const int BinanceFields = 11; // twelve with the one to ignore
    private const int BinanceQuoteVolume = 7;

    // In order of preference: counts before texts, open times before plain ones.
    private static readonly string[] TimeNames =
    [
        "opentime", "startat", "starttime", "timestamp", "unix", "unixtimestamp", "ts", "time", "datetime", "date", "start", "t",
    ];

    private static readonly string[] VolumeNames = ["volume", "vol", "basevolume", "volumebase", "v"];
    private static readonly string[] TurnoverNames = ["turnover", "quotevolume", "quoteassetvolume", "volumequote"];

    /// <summary>The last column that every row must have.</summary>
    public int Last => Math.Max(Math.Max(Time, Prices.Max()), Math.Max(Volume, Turnover));

    /// <summary>The map that a header's names give; null when the fields are no header.</summary>
    public static ColumnMap? FromHeader(string[] fields)
    {
        string[] names = [.. fields.Select(Normalise)];
        int time = Find(names, TimeNames);
        int[] prices = [Find(names, ["open", "openprice", "o"]), Find(names, ["high", "highprice", "h"]), Find(names, ["low", "lowprice", "l"]), Find(names, ["close", "closeprice", "c"])];
        if (time < 0 || prices.Contains(-1))
            return null;

        // "Volume BTC, Volume USDT": of several volumes the first is in base, the second in quote currency.
        int[] volumes = [.. Enumerable.Range(0, names.Length).Where(i => names[i].StartsWith("volume", StringComparison.Ordinal))];
        int volume = Find(names, VolumeNames), turnover = Find(names, TurnoverNames);
        volume = volume < 0 && volumes.Length > 0 ? volumes[0] : volume;
        turnover = turnover < 0 && volumes.Length > 1 ? volumes[1] : turnover;
        return new ColumnMap(time, prices, volume, turnover, Find(names, ["symbol", "pair"]), Find(names, ["synthetic"]));
    }

    /// <summary>The map that a number of fields suggests, the first six being time, open, high, low, close and volume.</summary>
    public static ColumnMap FromCount(int fields) => new(
        0, [1, 2, 3, 4], fields > 5 ? 5 : -1, fields >= BinanceFields ? BinanceQuoteVolume : fields == 7 ? 6 : -1, -1, -1);

    /// <summary>What was read into the header.</summary>
    public string Describe(string[] fields)
    {
        string volume = Volume < 0 ? "there is no volume, which stays unknown" : $"volume is '{fields[Volume]}'";
        string turnover = Turnover < 0 ? "there is no turnover" : $"turnover is '{fields[Turnover]}'";
        return $"By the header the time is '{fields[Time]}', {volume}, {turnover}.";
    }

    /// <summary>What was read into the number of fields.</summary>
    public string Describe(int fields) => fields switch
    {
        >= BinanceFields => FormattableString.Invariant($"{fields} fields are the layout of Binance's archive: time, open, high, low, close, volume, close time, turnover."),
        7 => "7 fields are taken as time, open, high, low, close, volume, turnover.",
        5 => "5 fields are taken as time, open, high, low, close; the volume stays unknown.",
        _ => FormattableString.Invariant($"of {fields} fields the first six are taken as time, open, high, low, close, volume."),
    };

    private static int Find(string[] names, ReadOnlySpan<string> wanted)
    {
        foreach (string name in wanted)
        {
            int index = Array.IndexOf(names, name);
            if (index >= 0)
                return index;
        }

        return -1;
    }

    private static string Normalise(string field) => string.Concat(field.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
