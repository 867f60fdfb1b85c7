using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Matching;
using TradeBot.Exchanges.Emulator.Streams;

namespace TradeBot.Exchanges.Emulator;

/// <summary>Control of the account besides its API: its true state, the faults from now on, and actions of its owner or the exchange.</summary>
public sealed class EmulatedAccount
{
    private readonly TradingEngine _engine;
    private readonly PrivateHub _hub;
    private readonly OrderDice _dice;

    internal EmulatedAccount(TradingEngine engine, PrivateHub hub, OrderDice dice) => (_engine, _hub, _dice) = (engine, hub, dice);

    /// <summary>What goes wrong with orders and private streams; it can be changed while the exchange runs.</summary>
    /// <exception cref="ArgumentException">A fault is out of range.</exception>
    public EmulatorFaults Faults
    {
        get => _dice.Faults;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            value.Check();
            _dice.Faults = value;
        }
    }

    /// <summary>Open positions, in order of symbol.</summary>
    public IReadOnlyList<EmulatedPosition> Positions => _engine.Do<IReadOnlyList<EmulatedPosition>>(_ =>
    [
        .. _engine.Floor.Account.Positions.Where(position => position.Size != 0)
            .Select(position => new EmulatedPosition(position.Contract.Category, position.Contract.Symbol, position.Index, position.Size, position.AveragePrice, position.StopLoss, position.TakeProfit)),
    ]);

    /// <summary>Every stored fill and funding payment, oldest first.</summary>
    public IReadOnlyList<EmulatedExecution> Executions => _engine.Do<IReadOnlyList<EmulatedExecution>>(_ =>
    [
        .. _engine.Floor.Orders.Executions.Select(fill => new EmulatedExecution(
            fill.Id, fill.Contract.Category, fill.Contract.Symbol, fill.OrderId, fill.OrderLinkId, fill.ExecType, fill.IsBuy, fill.Price, fill.Quantity, fill.Fee, fill.FeeCoin)),
    ]);

    /// <summary>Orders that are working or wait for a trigger, including exits of positions.</summary>
    public int OpenOrders => _engine.Do(_ => _engine.Floor.Orders.Open.Count);

    /// <summary>Link ids of all stored orders, each as often as there are orders with it.</summary>
    public IReadOnlyList<string> OrderLinkIds => _engine.Do<IReadOnlyList<string>>(_ =>
        [.. _engine.Floor.Orders.Closed.Concat(_engine.Floor.Orders.Open).Select(order => order.LinkId).Where(id => id.Length > 0)]);

    /// <summary>Wallet balance of a coin, in its units; 0 for one that the account has never had.</summary>
    public decimal Balance(string coin) => _engine.Do(_ => _engine.Floor.Account.Wallet[coin]);

    /// <summary>Adds to the wallet, or takes from it when negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The wallet has less than is taken.</exception>
    public void Transfer(string coin, decimal amount) => _engine.Do(now =>
    {
        if (_engine.Floor.Account.Wallet[coin] + amount < 0)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"The wallet has {_engine.Floor.Account.Wallet[coin]} {coin}.");
        _engine.Floor.Account.Wallet.Add(new CashFlow { Time = now, Type = amount < 0 ? "TRANSFER_OUT" : "TRANSFER_IN", Coin = coin, Cash = amount });
        _engine.Floor.News.TouchWallet();
    });

    /// <summary>Closes a position as its owner would in the app: with a market order without link id.</summary>
    /// <param name="symbol">Of a contract that has a position.</param>
    /// <param name="category">Linear or inverse.</param>
    /// <exception cref="ArgumentException">There is no such position.</exception>
    public void CloseByHand(string symbol, BybitCategory category = BybitCategory.Linear) => _engine.Do(now =>
    {
        Position position = Held(symbol, category);
        _engine.Orders.Create(
            new OrderRequest
            {
                Contract = position.Contract, IsBuy = !position.IsLong, IsMarket = true, Quantity = position.Quantity, PositionIndex = position.Index, ReduceOnly = true, CreateType = "CreateByClosing",
            },
            now);
    });

    /// <summary>Auto-deleverages a position: the exchange closes a fraction of it at the mark price.</summary>
    /// <param name="symbol">Of a contract that has a position.</param>
    /// <param name="share">Above 0, at most 1; rounded down to the quantity step.</param>
    /// <param name="category">Linear or inverse.</param>
    /// <exception cref="ArgumentException">There is no such position, or the share is out of range.</exception>
    public void Deleverage(string symbol, decimal share, BybitCategory category = BybitCategory.Linear) => _engine.Do(now =>
    {
        Position position = Held(symbol, category);
        decimal quantity = share is > 0 and <= 1 ? position.Contract.Floor(position.Quantity * share) : 0;
        if (quantity == 0)
            throw new ArgumentOutOfRangeException(nameof(share), share, "Must be above 0, at most 1, and at least one step of the position.");
        _engine.Liquidation.Close(position, quantity, _engine.Floor.Quotes.At(symbol, now).Mark, "CreateByAdl_PassThrough", "AdlTrade", now);
    });

    /// <summary>Disconnects every private stream; clients can reconnect at once.</summary>
    public void CutStreams() => _hub.Cut();

    private Position Held(string symbol, BybitCategory category) =>
        _engine.Floor.Account.Positions.FirstOrDefault(position => position.Size != 0 && position.Contract.Symbol == symbol && position.Contract.Category == category)
            ?? throw new ArgumentException($"The account has no {category} position in {symbol}.", nameof(symbol));
}

/// <summary>A position of the emulated account.</summary>
/// <param name="Category">Linear or inverse.</param>
/// <param name="Symbol">Of the contract.</param>
/// <param name="Index">0 one-way, 1 long and 2 short in hedge mode.</param>
/// <param name="Size">Above 0 when long, below when short, in base currency, contracts when inverse.</param>
/// <param name="AveragePrice">Of the entry.</param>
/// <param name="StopLoss">Of the whole position; 0 without.</param>
/// <param name="TakeProfit">Of the whole position; 0 without.</param>
public readonly record struct EmulatedPosition(BybitCategory Category, string Symbol, int Index, decimal Size, decimal AveragePrice, decimal StopLoss, decimal TakeProfit);

/// <summary>A fill or a funding of the emulated account.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Category">Of the market.</param>
/// <param name="Symbol">Of the contract or pair.</param>
/// <param name="OrderId">Empty for funding.</param>
/// <param name="OrderLinkId">Empty where the order had none.</param>
/// <param name="Type">Trade, Funding, BustTrade or AdlTrade.</param>
/// <param name="IsBuy">Side of the order; of a funding that of the position.</param>
/// <param name="Price">Of the fill.</param>
/// <param name="Quantity">In base currency, contracts when inverse.</param>
/// <param name="Fee">Paid when positive.</param>
/// <param name="FeeCoin">In which the fee is.</param>
public readonly record struct EmulatedExecution(
    string Id, BybitCategory Category, string Symbol, string OrderId, string OrderLinkId, string Type, bool IsBuy, decimal Price, decimal Quantity, decimal Fee, string FeeCoin);
