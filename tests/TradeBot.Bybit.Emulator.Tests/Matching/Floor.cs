using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Tests.Matching;

/// <summary>An engine on prices that a test sets: one tick of spread around the last price, each level as large as the test says.</summary>
internal sealed class Floor : IQuotes
{
    public const long Start = 1_800_000_000_000 / 28_800_000 * 28_800_000 + 1000; // a second after a funding

    public static readonly Contract Linear = new()
    {
        Category = BybitCategory.Linear, Symbol = "SYNUSDT", BaseCoin = "SYN", QuoteCoin = "USDT", SettleCoin = "USDT", TickSize = 0.5m,
        Tiers = [new RiskTier(1, 2_000_000, 0.005m, 100, 0), new RiskTier(2, 10_000_000, 0.01m, 50, 10_000)],
    };

    public static readonly Contract Inverse = Linear with { Category = BybitCategory.Inverse, Symbol = "SYNUSD", QuoteCoin = "USD", SettleCoin = "SYN", QuantityStep = 1, MinQuantity = 1 };
    public static readonly Contract Spot = Linear with { Category = BybitCategory.Spot, Tiers = [], MinValue = 1 };

    private int _links;

    public Floor(EmulatorAccount? account = null, EmulatorMatching? matching = null, EmulatorFaults? faults = null)
    {
        Account = new AccountState(account ?? new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 10_000m } }, [Linear, Inverse, Spot], 100_000);
        Dice = new OrderDice(faults ?? EmulatorFaults.None);
        Engine = new TradingEngine(Account, this, matching ?? new EmulatorMatching(), Dice, () => Now);
        Engine.Told += News.AddRange;
    }

    public AccountState Account { get; }

    public OrderDice Dice { get; }

    public TradingEngine Engine { get; }

    public List<News> News { get; } = [];

    public long Now { get; private set; } = Start;

    public decimal Price { get; set; } = 100m;

    public decimal LevelSize { get; set; } = 1000m;

    public decimal Rate { get; set; } = 0.0001m;

    public long FundingPeriod => 28_800_000;

    public Quote At(string symbol, long time) => new(Price, Price, Price);

    public IEnumerable<Level> Levels(string symbol, bool isAsks, long time) =>
        Enumerable.Range(0, 50).Select(i => new Level(isAsks ? Price + 0.5m * (i + 1) : Price - 0.5m * i, LevelSize)).Where(level => level.Price > 0);

    public decimal FundingRate(string symbol, long time) => Rate;

    /// <summary>Lets time pass at a price.</summary>
    public void Pass(decimal price, double seconds = 1)
    {
        Price = price;
        Now += (long)(seconds * 1000);
        Engine.Do(_ => { });
    }

    public Order Market(decimal signed, Func<OrderRequest, OrderRequest>? change = null) => Create(new OrderRequest
    {
        Contract = Linear, IsBuy = signed > 0, IsMarket = true, Quantity = Math.Abs(signed), LinkId = $"m-{_links++}",
    }, change);

    public Order Limit(decimal signed, decimal price, Func<OrderRequest, OrderRequest>? change = null) => Create(new OrderRequest
    {
        Contract = Linear, IsBuy = signed > 0, IsMarket = false, Quantity = Math.Abs(signed), Price = price, LinkId = $"l-{_links++}",
    }, change);

    public Order Create(OrderRequest request, Func<OrderRequest, OrderRequest>? change = null) =>
        Engine.Do(now => Engine.Orders.Create(change is null ? request : change(request), now));

    public void Cancel(Order order) => Engine.Do(now => Engine.Orders.Cancel(order, now));

    public Position Position(int index = 0, Contract? contract = null) => Account.PositionOf(contract ?? Linear, index);

    public PositionFigures Figures(int index = 0, Contract? contract = null) => Engine.Do(now => Engine.Floor.Margin.Of(Position(index, contract), now));

    public decimal Usdt => Account.Wallet["USDT"];

    public IReadOnlyList<Execution> Executions => Engine.Floor.Orders.Executions;

    public IReadOnlyList<Order> Open => Engine.Floor.Orders.Open;

    /// <summary>The states that the order stream told of an order.</summary>
    public string[] States(Order order) => [.. News.Select(news => news.Row).OfType<Order>().Where(row => row.Id == order.Id).Select(row => row.Status.ToString())];

    public static int Code(Action action) => Assert.Throws<Refusal>(action).Code;
}
