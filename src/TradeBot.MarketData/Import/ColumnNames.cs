namespace TradeBot.MarketData;

/// <summary>Column names used in foreign files, ignoring case and punctuation; each list in order of preference.</summary>
internal static class ColumnNames
{
    /// <summary>Date and time. Numeric times before text, open times before plain ones.</summary>
    public static readonly string[] Moment =
    [
        "opentime", "startat", "starttime", "windowstart", "timestamp", "timestampms", "unix", "unixtimestamp", "unixtime", "ts", "datetime",
        "gmttime", "localtime", "timeutc", "utctime", "timegmt", "dateutc", "datetimeutc", "time", "date", "datum", "zeit", "zeitstempel", "dtyyyymmdd",
        "tradedate", "begin", "start", "tsevent", "t",
    ];

    /// <summary>A date whose time of day is in another column.</summary>
    public static readonly string[] Date = ["date", "datum", "dtyyyymmdd", "tradedate"];

    /// <summary>A time of day.</summary>
    public static readonly string[] Clock = ["time", "zeit", "uhrzeit"];

    public static readonly string[] Open = ["open", "openprice", "o", "eröffnung", "eröffnungskurs", "erster"];
    public static readonly string[] High = ["high", "highprice", "h", "hoch", "höchstkurs", "tageshoch"];
    public static readonly string[] Low = ["low", "lowprice", "l", "tief", "tiefstkurs", "tagestief"];
    public static readonly string[] Close = ["close", "closeprice", "c", "closelast", "schluss", "schluß", "schlusskurs", "schlußkurs", "zuletzt", "last", "price"];
    public static readonly string[] AdjustedClose = ["adjclose", "adjustedclose", "closeadjusted", "adjcloseprice"];
    public static readonly string[] Volume = ["volume", "vol", "basevolume", "volumebase", "baseassetvolume", "volumefrom", "v", "volumen", "stück", "stücke"];
    public static readonly string[] ContractVolume = ["volccy"];
    public static readonly string[] TickVolume = ["tickvol", "tickvolume"];
    public static readonly string[] Turnover = ["turnover", "quotevolume", "quoteassetvolume", "volumequote", "quotevol", "volccyquote", "volccy", "volumeto", "amount"];

    public static readonly string[] Symbol =
    [
        "symbol", "ticker", "pair", "instid", "instrument", "instrumentid", "instrumentname", "asset", "tic", "productid", "tscode", "actsymbol",
        "currencypair", "tradingpair", "contract", "security", "stock", "coin", "code", "name",
    ];

    public static readonly string[] Timeframe = ["timeframe", "interval", "period", "per", "tf", "resolution", "granularity", "bar"];

    /// <summary>1 or true where the candle has closed.</summary>
    public static readonly string[] Closed =
    [
        "confirm", "confirmed", "isconfirmed", "closed", "isclosed", "candleclosed", "barclosed", "isfinal", "final", "complete", "completed", "iscomplete", "x",
    ];

    /// <summary>1 or true where the candle has not closed.</summary>
    public static readonly string[] StillOpen = ["isopen", "partial", "ispartial", "incomplete", "unfinished", "forming"];

    public static readonly string[] Synthetic = ["synthetic"];

    /// <summary>A header name without case, blanks and punctuation.</summary>
    public static string Normalise(string field) => string.Concat(field.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Position of the first of the wanted names that is present; −1 without one.</summary>
    public static int Find(string[] names, ReadOnlySpan<string> wanted)
    {
        foreach (string name in wanted)
        {
            int index = Array.IndexOf(names, name);
            if (index >= 0)
                return index;
        }

        return -1;
    }
}
