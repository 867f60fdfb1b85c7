using System.Globalization;

namespace TradeBot.Exchanges.Emulator.Accounts;

/// <summary>Balances by coin, and the log that explains every change of them.</summary>
internal sealed class Wallet
{
    private readonly SortedDictionary<string, decimal> _balances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _realised = [];
    private readonly List<CashFlow> _log = [];
    private readonly int _kept;
    private long _entries;

    public Wallet(IReadOnlyDictionary<string, decimal> balances, int kept)
    {
        _kept = kept;
        foreach ((string coin, decimal balance) in balances)
            _balances[coin] = balance;
    }

    public IEnumerable<string> Coins => _balances.Keys;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CashFlow> Log => _log;

    public decimal this[string coin] => _balances.GetValueOrDefault(coin);

    /// <summary>Profit less fees and funding of all time in a coin.</summary>
    public decimal Realised(string coin) => _realised.GetValueOrDefault(coin);

    public void Add(CashFlow flow)
    {
        decimal balance = this[flow.Coin] + flow.Change;
        _balances[flow.Coin] = balance;
        if (!flow.Type.StartsWith("TRANSFER", StringComparison.Ordinal) && flow.Contract?.IsSpot != true)
            _realised[flow.Coin] = Realised(flow.Coin) + flow.Change;
        _log.Add(flow with { Id = (++_entries).ToString("D12", CultureInfo.InvariantCulture), Balance = balance });
        if (_log.Count > _kept + _kept / 4)
            _log.RemoveRange(0, _log.Count - _kept);
    }
}
