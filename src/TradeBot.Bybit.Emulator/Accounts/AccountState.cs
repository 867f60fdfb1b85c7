namespace TradeBot.Exchanges.Emulator.Accounts;

/// <summary>The account: its wallet, positions and settings.</summary>
internal sealed class AccountState
{
    private readonly Dictionary<(BybitCategory Category, string Symbol), Contract> _contracts;
    private readonly SortedDictionary<(string Symbol, BybitCategory Category, int Index), Position> _positions = [];
    private readonly Dictionary<(BybitCategory Category, string Symbol), decimal> _leverages = [];
    private readonly Dictionary<string, bool> _hedged = [];
    private readonly Dictionary<string, bool> _hedgedCoins = [];

    public AccountState(EmulatorAccount options, IEnumerable<Contract> contracts, int kept)
    {
        Options = options;
        Wallet = new Wallet(options.Balances, kept);
        IsIsolated = options.IsIsolated;
        _contracts = contracts.ToDictionary(contract => (contract.Category, contract.Symbol));
    }

    public EmulatorAccount Options { get; }

    public Wallet Wallet { get; }

    public bool IsIsolated { get; set; }

    /// <summary>Whether a price beyond the band is moved to it; otherwise it is refused.</summary>
    public bool MovesFuturesPrices { get; set; } = true;

    public bool MovesSpotPrices { get; set; }

    public IEnumerable<Contract> Contracts => _contracts.Values;

    /// <summary>Every position that was ever asked for, flat ones included, in order of symbol.</summary>
    public IEnumerable<Position> Positions => _positions.Values;

    public Contract? Find(BybitCategory category, string? symbol) => symbol is null ? null : _contracts.GetValueOrDefault((category, symbol));

    /// <summary>Whether a contract can be held long and short at once: USDT contracts only.</summary>
    public static bool CanHedge(Contract contract) => contract is { Category: BybitCategory.Linear, SettleCoin: "USDT" };

    public bool IsHedged(Contract contract) => CanHedge(contract) &&
        (_hedged.TryGetValue(contract.Symbol, out bool isHedged) || _hedgedCoins.TryGetValue(contract.SettleCoin, out isHedged) ? isHedged : Options.IsHedged);

    public void SetHedged(Contract contract, bool isHedged) => _hedged[contract.Symbol] = isHedged;

    public void SetHedged(string coin, bool isHedged) => _hedgedCoins[coin] = isHedged;

    /// <summary>The positions that a contract has in its mode: one, or long and short.</summary>
    public Position[] RowsOf(Contract contract) =>
        IsHedged(contract) ? [PositionOf(contract, 1), PositionOf(contract, 2)] : [PositionOf(contract, 0)];

    public Position PositionOf(Contract contract, int index)
    {
        (string Symbol, BybitCategory Category, int Index) key = (contract.Symbol, contract.Category, index);
        if (!_positions.TryGetValue(key, out Position? position))
            _positions[key] = position = new Position(contract, index) { Leverage = LeverageOf(contract) };
        return position;
    }

    public decimal LeverageOf(Contract contract) => _leverages.GetValueOrDefault((contract.Category, contract.Symbol), Math.Min(Options.Leverage, contract.MaxLeverage));

    public void SetLeverage(Contract contract, decimal buy, decimal sell)
    {
        _leverages[(contract.Category, contract.Symbol)] = buy;
        foreach (Position position in RowsOf(contract))
            position.Leverage = position.Index == 2 ? sell : buy;
    }

    /// <summary>Fee as a fraction of value.</summary>
    public decimal FeeRate(Contract contract, bool isMaker) => (contract.IsSpot, isMaker) switch
    {
        (true, true) => Options.SpotMakerFee,
        (true, false) => Options.SpotTakerFee,
        (false, true) => Options.MakerFee,
        (false, false) => Options.TakerFee,
    };
}
