using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>One event of the private streams.</summary>
/// <param name="Topic">order, execution, position or wallet.</param>
/// <param name="Contract">Null for the wallet.</param>
/// <param name="Row">An <see cref="Order"/>, an <see cref="Execution"/>, <see cref="PositionFigures"/> or <see cref="AccountFigures"/>; never changed afterwards.</param>
/// <param name="Time">The exchange's clock.</param>
internal sealed record News(string Topic, Contract? Contract, object Row, long Time);

/// <summary>Collects what has happened: orders and executions as they come, then each position that was touched, then the wallet.</summary>
internal sealed class NewsDesk(MarginView margin)
{
    private readonly List<News> _news = [];
    private readonly List<Position> _positions = [];
    private bool _isWalletTouched;

    /// <summary>Reports the current state of an order that has changed.</summary>
    public void Tell(Order order, long now) => _news.Add(new News("order", order.Contract, order.Snapshot(), now));

    public void Tell(Execution execution) => _news.Add(new News("execution", execution.Contract, execution, execution.Time));

    public void Touch(Position position)
    {
        if (!_positions.Contains(position))
            _positions.Add(position);
    }

    public void TouchWallet() => _isWalletTouched = true;

    /// <summary>Adds the positions and the wallet that were touched since the last call, as they are now.</summary>
    public void Settle(long now)
    {
        foreach (Position position in _positions)
            _news.Add(new News("position", position.Contract, margin.Of(position, now), now));
        _positions.Clear();
        if (_isWalletTouched)
            _news.Add(new News("wallet", null, margin.At(now), now));
        _isWalletTouched = false;
    }

    /// <summary>Everything since the last call.</summary>
    public IReadOnlyList<News> Take()
    {
        if (_news.Count == 0)
            return [];
        News[] all = [.. _news];
        _news.Clear();
        return all;
    }
}
