using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Market;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>What the account is worth and what its margin is, at a time.</summary>
/// <remarks>
/// USDT, USDC and USD are worth a dollar; another coin what its pair or contract against one of them trades at, with its full value as collateral; one without a price nothing.
/// </remarks>
internal sealed class MarginView(AccountState account, OrderStore orders, IQuotes quotes)
{
    private const decimal LeastBreakEvenFee = 0.00055m;

    private readonly Dictionary<string, string?> _pricedBy = [];

    public static bool IsDollar(string coin) => coin is "USDT" or "USDC" or "USD";

    /// <summary>US dollars per unit of a coin; 0 where nothing prices it.</summary>
    public decimal UsdPrice(string coin, long now)
    {
        if (IsDollar(coin))
            return 1;
        if (!_pricedBy.TryGetValue(coin, out string? symbol))
            _pricedBy[coin] = symbol = account.Contracts.FirstOrDefault(contract => contract.BaseCoin == coin && IsDollar(contract.QuoteCoin))?.Symbol;
        return symbol is null ? coin == account.Options.FeeCoin ? account.Options.FeeCoinPrice : 0 : quotes.At(symbol, now).Last;
    }

    /// <summary>Margin that a working order needs, in the settle coin: for what it opens, value / leverage and the fees to open and to close.</summary>
    public decimal MarginOf(Order order, long now) =>
        order.Contract.IsSpot || order.OnlyReduces || order.IsUntriggered || !order.IsOpen ? 0 : MarginOf(order, OpeningQuantity(order), PriceOf(order, now));

    /// <summary>What part of an order does not close a position.</summary>
    public decimal OpeningQuantity(Order order)
    {
        Position position = account.PositionOf(order.Contract, order.PositionIndex);
        decimal closing = order.IsBuy == position.IsLong ? 0 : position.Quantity;
        bool isClosingSide = order.PositionIndex switch
        {
            1 => !order.IsBuy,
            2 => order.IsBuy,
            _ => false,
        };
        return isClosingSide ? 0 : Math.Max(0, order.Leaves - closing);
    }

    public decimal MarginOf(Order order, decimal quantity, decimal price)
    {
        if (quantity == 0)
            return 0;
        Contract contract = order.Contract;
        decimal leverage = account.PositionOf(contract, order.PositionIndex).Leverage, taker = account.FeeRate(contract, isMaker: false);
        decimal value = contract.ValueOf(quantity, price);
        return value / leverage + value * taker + PositionMargin.FeeToClose(contract, value, leverage, order.IsBuy, taker);
    }

    /// <summary>What a spot order keeps from being spent otherwise: the quote coin of a buy, the base coin of a sell.</summary>
    public static (string Coin, decimal Amount) LockOf(Order order)
    {
        bool isLocking = order.Contract.IsSpot && order.IsOpen && (!order.IsUntriggered || order.Filter == "tpslOrder");
        string coin = order.IsBuy ? order.Contract.QuoteCoin : order.Contract.BaseCoin;
        decimal amount = !isLocking ? 0 : !order.IsBuy ? order.Leaves : order.IsByValue ? order.Quantity - order.ExecutedValue : order.Leaves * order.Price;
        return (coin, amount);
    }

    /// <summary>What can be spent on a new order, in a coin: the free balance in spot; in derivatives the account's, or the coin's when isolated.</summary>
    public decimal Available(string coin, bool isSpot, long now)
    {
        AccountFigures figures = At(now);
        CoinFigures? own = figures.Coins.FirstOrDefault(row => row.Coin == coin);
        if (isSpot || account.IsIsolated)
            return own is null ? 0 : own.Wallet - own.Locked - own.OrderMargin - own.PositionMargin;
        decimal price = UsdPrice(coin, now);
        return price == 0 ? 0 : figures.Available / price;
    }

    public AccountFigures At(long now)
    {
        SortedDictionary<string, CoinFigures> coins = new(StringComparer.Ordinal);
        foreach (string coin in account.Wallet.Coins)
            Add(coin, row => row);
        foreach (Position position in account.Positions)
        {
            if (position.Size == 0)
                continue;
            decimal mark = quotes.At(position.Contract.Symbol, now).Mark;
            PositionMargin margin = MarginOf(position, mark, others: 0);
            Add(position.Contract.SettleCoin, row => row with
            {
                PositionMargin = row.PositionMargin + margin.Initial, Maintenance = row.Maintenance + margin.Maintenance, Unrealised = row.Unrealised + position.Unrealised(mark),
            });
        }

        foreach (Order order in orders.Open)
        {
            if (order.Contract.IsSpot)
            {
                (string coin, decimal amount) = LockOf(order);
                Add(coin, row => row with { Locked = row.Locked + amount });
            }
            else if (MarginOf(order, now) is > 0 and var margin)
            {
                Add(order.Contract.SettleCoin, row => row with { OrderMargin = row.OrderMargin + margin });
            }
        }

        CoinFigures[] rows = [.. coins.Values];
        decimal wallet = rows.Sum(row => row.Wallet * row.UsdPrice), unrealised = rows.Sum(row => row.Unrealised * row.UsdPrice);
        decimal initial = rows.Sum(row => (row.PositionMargin + row.OrderMargin) * row.UsdPrice), locked = rows.Sum(row => row.Locked * row.UsdPrice);
        return new AccountFigures(
            wallet + unrealised, wallet, wallet + unrealised, unrealised, initial, rows.Sum(row => row.Maintenance * row.UsdPrice), Math.Max(0, wallet + unrealised - initial - locked), rows);

        void Add(string coin, Func<CoinFigures, CoinFigures> change)
        {
            if (!coins.TryGetValue(coin, out CoinFigures? row))
                row = new CoinFigures(coin, UsdPrice(coin, now), account.Wallet[coin], 0, 0, 0, 0, 0, account.Wallet.Realised(coin));
            coins[coin] = change(row);
        }
    }

    public PositionFigures Of(Position position, long now)
    {
        Contract contract = position.Contract;
        decimal mark = quotes.At(contract.Symbol, now).Mark;
        PositionMargin margin = MarginOf(position, mark, position.Size == 0 ? 0 : Others(position, mark, now));
        RiskTier tier = contract.TierOf(margin.Value) ?? contract.Tiers[^1];
        return new PositionFigures(
            contract, position.Index, position.Side, position.Quantity, position.AveragePrice, position.Leverage, mark, margin, position.Unrealised(mark), position.Realised, position.RealisedTotal,
            position.TakeProfit, position.StopLoss, position.TrailingStop, position.ActivePrice, position.IsPartialExit, account.IsIsolated, BreakEven(position), tier.Id, tier.Limit,
            position.OpenedAt, position.UpdatedAt, position.Sequence);
    }

    public PositionMargin MarginOf(Position position, decimal mark, decimal others)
    {
        decimal taker = account.FeeRate(position.Contract, isMaker: false);
        return account.IsIsolated ? PositionMargin.Isolated(position, taker) : PositionMargin.Cross(position, mark, taker, others);
    }

    /// <summary>(entry · q − realised) / (q − |q| · max(taker, 0.00055)); 0 when flat or inverse.</summary>
    private decimal BreakEven(Position position)
    {
        if (position.Size == 0 || position.Contract.IsInverse)
            return 0;
        decimal fee = Math.Max(account.FeeRate(position.Contract, isMaker: false), LeastBreakEvenFee);
        return Math.Round((position.AveragePrice * position.Size - position.Realised) / (position.Size - position.Quantity * fee), 8);
    }

    /// <summary>The account's margin without a position, in its settle coin.</summary>
    private decimal Others(Position position, decimal mark, long now)
    {
        if (account.IsIsolated || UsdPrice(position.Contract.SettleCoin, now) is not (> 0 and var price))
            return 0;
        AccountFigures figures = At(now);
        decimal own = PositionMargin.MaintenanceOf(position.Contract, position.Contract.ValueOf(position.Quantity, mark));
        return (figures.MarginBalance - figures.MaintenanceMargin) / price - position.Unrealised(mark) + own;
    }

    private decimal PriceOf(Order order, long now) => order.IsMarket ? quotes.At(order.Contract.Symbol, now).Last : order.Price;
}
