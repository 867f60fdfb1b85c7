using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Charges funding: value at the mark price times the rate; longs pay a positive rate, shorts receive it.</summary>
internal sealed class Funding(TradingFloor floor)
{
    public void Charge(long time)
    {
        foreach (Position position in floor.Account.Positions.Where(position => position.Size != 0))
        {
            Contract contract = position.Contract;
            decimal mark = floor.Quotes.At(contract.Symbol, time).Mark, rate = floor.Quotes.FundingRate(contract.Symbol, time);
            decimal value = contract.ValueOf(position.Quantity, mark), fee = Math.Round(value * rate * Math.Sign(position.Size), 10);
            var execution = new Execution
            {
                Id = floor.Ids.Next(), Contract = contract, IsBuy = position.IsLong, Price = mark, Quantity = position.Quantity, Value = value, Fee = fee, FeeRate = rate,
                FeeCoin = contract.SettleCoin, ExecType = "Funding", Mark = mark, Time = time, Sequence = floor.Ids.NextSequence(),
            };
            floor.Account.Wallet.Add(new CashFlow
            {
                Time = time, Type = "SETTLEMENT", Coin = contract.SettleCoin, Contract = contract, Side = position.Side, Funding = -fee, TradeId = execution.Id,
                Quantity = position.Quantity, Price = mark, FeeRate = rate, Size = position.Size,
            });
            position.Book(-fee);
            position.UpdatedAt = time;
            floor.Orders.Add(execution);
            floor.News.Tell(execution);
            floor.News.Touch(position);
            floor.News.TouchWallet();
        }
    }
}
