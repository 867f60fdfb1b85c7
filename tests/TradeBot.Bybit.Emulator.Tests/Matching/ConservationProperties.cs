using FsCheck;
using FsCheck.Fluent;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Tests.Matching;

/// <summary>What holds whatever is done to the account, with and without faults.</summary>
public class ConservationProperties
{
    private static readonly Contract[] s_contracts = [Floor.Linear, Floor.Linear, Floor.Spot, Floor.Inverse];

    [Fact]
    public void Whatever_is_done_money_and_positions_are_the_sum_of_the_executions() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(11, 23), Prop.ForAll(ArbMap.Default.ArbFor<int>().Filter(seed => seed >= 0), seed => Holds(seed)));

    private static void Holds(int seed)
    {
        var random = new Random(seed);
        var floor = new Floor(
            new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 3_000m, ["SYN"] = 20m }, IsHedged = seed % 3 == 0, IsIsolated = seed % 5 == 0 },
            new EmulatorMatching { MostPerStep = seed % 2 == 0 ? 7 : null },
            seed % 4 == 0 ? EmulatorFaults.None : EmulatorFaults.Named("chaos", seed)) { LevelSize = 5 };
        for (int i = 0; i < 120; i++)
            Act(floor, random);

        Orders(floor);
        Positions(floor);
        Money(floor);
    }

    private static void Act(Floor floor, Random random)
    {
        Contract contract = s_contracts[random.Next(s_contracts.Length)];
        decimal quantity = contract.IsInverse ? random.Next(1, 500) : random.Next(1, 20_000) / 1000m, price = floor.Price + random.Next(-6, 7) * 0.5m;
        int? index = floor.Account.IsHedged(contract) && !contract.IsSpot ? random.Next(1, 3) : null;
        bool isBuy = random.Next(2) == 0;
        OrderRequest Change(OrderRequest request) => request with
        {
            Contract = contract, PositionIndex = index, ReduceOnly = random.Next(5) == 0 && !contract.IsSpot, TimeInForce = (TimeInForce)random.Next(4),
            TriggerPrice = random.Next(6) == 0 && price != floor.Price ? price : null, TriggerDirection = price > floor.Price ? 1 : 2,
        };
        try
        {
            switch (random.Next(6))
            {
                case 0:
                    floor.Market(isBuy ? quantity : -quantity, Change);
                    break;
                case 1 or 2:
                    floor.Limit(isBuy ? quantity : -quantity, price, Change);
                    break;
                case 3 when floor.Open.Count > 0:
                    floor.Cancel(floor.Open[random.Next(floor.Open.Count)]);
                    break;
                case 4 when floor.Account.Positions.FirstOrDefault(position => position.Size != 0) is { } held:
                    decimal sign = held.IsLong ? 1 : -1;
                    floor.Engine.Do(now => floor.Engine.Positions.SetStops(
                        held, new StopRequest(new ExitTerms { TakeProfit = floor.Price + sign * 3, StopLoss = floor.Price - sign * 3 }, true, true, 2, null), now));
                    break;
                default:
                    floor.Pass(Math.Max(20, floor.Price + random.Next(-8, 9) * 0.5m), random.Next(10) == 0 ? 4000 : random.Next(1, 4));
                    break;
            }
        }
        catch (Refusal)
        {
            // A rule was broken: nothing may have changed, which the sums below show.
        }
    }

    private static void Orders(Floor floor)
    {
        OrderStore orders = floor.Engine.Floor.Orders;
        Order[] all = [.. orders.Open, .. orders.Closed];
        Assert.Equal(all.Length, all.Select(order => order.Id).Distinct().Count());
        Assert.Equal(floor.Executions.Count, floor.Executions.Select(execution => execution.Id).Distinct().Count());
        Assert.All(all, order =>
        {
            Execution[] fills = [.. floor.Executions.Where(execution => execution.OrderId == order.Id)];
            Assert.Equal(order.Executed, fills.Sum(fill => fill.Quantity));
            Assert.Equal(order.ExecutedValue, fills.Sum(fill => fill.Value));
            Assert.True(order.Executed <= order.Quantity, $"{order.Id} filled {order.Executed} of {order.Quantity}");
            Assert.Equal(order.Status == OrderStatus.Filled, order.Executed == order.Quantity);
            string[] told = floor.States(order);
            Assert.False(told.Contains("Filled") && told.Contains("Cancelled"));
            Assert.True(Array.FindIndex(told, state => state is "Filled" or "Cancelled" or "PartiallyFilledCanceled" or "Rejected" or "Deactivated") is var end
                && (end < 0 || told.Skip(end).Distinct().Count() == 1), string.Join(' ', told));
        });
        Assert.All(floor.Executions.Zip(floor.Executions.Skip(1)), pair => Assert.True(pair.First.Sequence < pair.Second.Sequence));
    }

    private static void Positions(Floor floor)
    {
        foreach (Contract contract in (Contract[])[Floor.Linear, Floor.Inverse])
        {
            decimal held = floor.Account.Positions.Where(position => position.Contract == contract).Sum(position => position.Size);
            Assert.Equal(held, floor.Executions.Where(fill => fill.Contract == contract && fill.ExecType != "Funding").Sum(fill => fill.IsBuy ? fill.Quantity : -fill.Quantity));
        }
    }

    private static void Money(Floor floor)
    {
        // USDT: what sells brought less what buys cost less fees and funding, with what open positions cost still in them, and the insurance fund.
        decimal traded = floor.Executions.Where(fill => fill.Contract.Category != BybitCategory.Inverse && fill.ExecType != "Funding").Sum(fill => fill.IsBuy ? -fill.Value : fill.Value);
        decimal paid = floor.Executions.Where(fill => fill.FeeCoin == "USDT").Sum(fill => fill.Fee);
        decimal held = floor.Account.Positions.Where(position => position.Contract == Floor.Linear).Sum(position => Math.Sign(position.Size) * position.EntryValue);
        decimal insured = floor.Account.Wallet.Log.Where(flow => flow.Coin == "USDT" && flow.TradeId.Length == 0).Sum(flow => flow.Cash);
        Assert.Equal(3_000m + traded - paid + held + insured, floor.Usdt);

        decimal coins = floor.Executions.Where(fill => fill.Contract.IsSpot).Sum(fill => fill.IsBuy ? fill.Quantity : -fill.Quantity);
        decimal inverse = floor.Executions.Where(fill => fill.Contract.IsInverse).Sum(fill => fill.Profit);
        decimal coinFees = floor.Executions.Where(fill => fill.FeeCoin == "SYN").Sum(fill => fill.Fee);
        decimal coinInsured = floor.Account.Wallet.Log.Where(flow => flow.Coin == "SYN" && flow.TradeId.Length == 0).Sum(flow => flow.Cash);
        Assert.Equal(20m + coins + inverse - coinFees + coinInsured, floor.Account.Wallet["SYN"]);
        foreach (string coin in floor.Account.Wallet.Coins)
            Assert.Equal((coin == "USDT" ? 3_000m : coin == "SYN" ? 20m : 0m) + floor.Account.Wallet.Log.Where(flow => flow.Coin == coin).Sum(flow => flow.Change), floor.Account.Wallet[coin]);
    }
}
