using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>An account, computed from the lines of its journal alone.</summary>
/// <remarks>
/// All public figures of a session are computed here: the running session, its status in another process and its report
/// agree because they read the same lines. The engine keeps its own accounts; tests compare the two.
/// </remarks>
internal sealed class SessionLedger
{
    private readonly List<string> _symbols = [];
    private readonly List<int> _symbolOfFeed = [];
    private readonly List<bool> _marks = [];
    private readonly Dictionary<int, double> _closes = [];
    private decimal[] _held = [];
    private double[] _prices = [];
    private double _contract;
    private decimal _cash;
    private double _dayBegan, _weekBegan, _last;
    private long _day = long.MinValue, _week = long.MinValue;

    public OpenedEntry? Opened { get; private set; }

    public TradingState State { get; private set; }

    public StateEntry? LastChange { get; private set; }

    public long Lines { get; private set; }

    public DateTime? WrittenAt { get; private set; }

    /// <summary>The last moment that was decided, milliseconds since 1970-01-01 UTC; null before the first.</summary>
    public long? Moment { get; private set; }

    public long Moments { get; private set; }

    public List<FilledEntry> Fills { get; } = [];

    public List<RefusedEntry> Refusals { get; } = [];

    public List<CandleNotice> Notices { get; } = [];

    public List<StateEntry> Changes { get; } = [];

    public List<EquityMark> Equities { get; } = [];

    /// <summary>Working orders, by number.</summary>
    public SortedDictionary<long, IntentEntry> Working { get; } = [];

    public bool? LastFlattening { get; private set; }

    public decimal Cash => _cash;

    public decimal Fees { get; private set; }

    public double Equity
    {
        get
        {
            double equity = (double)_cash;
            for (int i = 0; i < _held.Length; i++)
            {
                if (_held[i] != 0)
                    equity += _contract > 0 ? -(double)_held[i] * _contract / _prices[i] : (double)_held[i] * _prices[i];
            }

            return equity;
        }
    }

    public double Today => Equity - _dayBegan;

    public double ThisWeek => Equity - _weekBegan;

    public double Total => Opened is null ? 0 : Equity - (double)Opened.Cash;

    public IEnumerable<SessionPosition> Positions => _symbols.Select((symbol, i) => new SessionPosition(symbol, _held[i], _prices[i])).Where(p => p.Quantity != 0);

    public void Apply(JournalLine line)
    {
        (Lines, WrittenAt) = (line.Number, line.At);
        switch (line.Entry)
        {
            case OpenedEntry opened:
                Open(opened);
                break;
            case CandleEntry candle:
                // Fills follow the first feed of a symbol, so its closes are the prices; the other feeds update them too.
                if (candle.Mode == CandleMode.Live)
                    _closes[candle.Feed] = candle.Prices[3];
                else
                    _prices[_symbolOfFeed[candle.Feed]] = candle.Prices[3];
                break;
            case MomentEntry moment:
                End(moment);
                break;
            case NoticeEntry notice:
                Notices.Add(notice.Notice);
                break;
            case StateEntry change:
                (State, LastChange) = (change.State, change);
                Changes.Add(change);
                break;
            case IntentEntry intent when intent.Action != IntentActions.Cancel:
                Working[intent.Order] = intent;
                break;
            case OrderEntry { State: OrderState.Cancelled or OrderState.Expired or OrderState.Refused } ended:
                Working.Remove(ended.Order);
                break;
            case OrderEntry working when Working.TryGetValue(working.Order, out IntentEntry? intent) && working.Quantity < intent.Quantity:
                // Reduced to what cash pays for.
                Working[working.Order] = intent with { Quantity = working.Quantity, Remaining = intent.Remaining - intent.Quantity + working.Quantity };
                break;
            case FilledEntry fill:
                Fill(fill);
                break;
            case ChargedEntry charged:
                _cash -= charged.Amount;
                Mark();
                break;
            case RefusedEntry refused:
                Refusals.Add(refused);
                break;
            case FlattenedEntry flattened:
                LastFlattening = flattened.IsFlat;
                break;
        }
    }

    private void Open(OpenedEntry opened)
    {
        Opened = opened;
        _cash = opened.Cash;
        _dayBegan = _weekBegan = _last = (double)opened.Cash;
        foreach (string feed in opened.Feeds)
        {
            string symbol = feed[..feed.LastIndexOf(' ')];
            if (!_symbols.Contains(symbol))
                _symbols.Add(symbol);
            _symbolOfFeed.Add(_symbols.IndexOf(symbol));
        }

        (_held, _prices) = (new decimal[_symbols.Count], new double[_symbols.Count]);
        _contract = opened.Contracts.Values.Select(c => (double)c).FirstOrDefault();
    }

    private void End(MomentEntry moment)
    {
        foreach ((int feed, double close) in _closes.OrderBy(c => c.Key))
            _prices[_symbolOfFeed[feed]] = close;
        _closes.Clear();
        if (moment.WarmUp)
            return;
        // The close at midnight belongs to the day that it ends.
        long day = (moment.Time - 1) / UnixTime.MillisecondsPerDay, week = (day + 3) / 7;
        if (day != _day)
            (_day, _dayBegan) = (day, _last);
        if (week != _week)
            (_week, _weekBegan) = (week, _last);
        (Moment, Moments) = (moment.Time, Moments + 1);
        Mark();
        Equities.Add(new EquityMark(UnixTime.ToDateTime(moment.Time), _last));
    }

    private void Fill(FilledEntry fill)
    {
        Fills.Add(fill);
        Fees += fill.Fee;
        _cash -= fill.Paid + fill.Fee;
        _held[_symbols.IndexOf(fill.Symbol)] += fill.Side == OrderSide.Buy ? fill.Quantity : -fill.Quantity;
        if (Working.TryGetValue(fill.Order, out IntentEntry? intent))
        {
            if (intent.Remaining > fill.Quantity)
                Working[fill.Order] = intent with { Remaining = intent.Remaining - fill.Quantity };
            else
                Working.Remove(fill.Order);
        }

        Mark();
    }

    private void Mark()
    {
        _last = Equity;
        if (Equities.Count > 0 && Moment is { } moment && Equities[^1].Time == UnixTime.ToDateTime(moment))
            Equities[^1] = new EquityMark(Equities[^1].Time, _last);
    }
}

/// <summary>The kinds of intents.</summary>
internal static class IntentActions
{
    public const string Submit = "submit", Amend = "amend", Cancel = "cancel";
}
