using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <content>The protective orders of positions.</content>
internal sealed partial class TargetTrader
{
    private void GuardAll()
    {
        _levelVersion = _targets.LevelVersion;
        foreach (SymbolBook book in _books.Symbols)
        {
            if (_targets.LevelsOf(book.Index) != _guarded[book.Index] || ChangesSides(book))
                Guard(book);
        }
    }

    /// <summary>Whether the target is on the other side than the position: all levels are then dropped, even those that are stated again.</summary>
    private bool ChangesSides(SymbolBook book) => _targets[book.Index] * _books.Account.Holdings[book.Index] < 0;

    /// <summary>Replaces the position's levels by the stated ones; they wait where the position is not open yet.</summary>
    private void Guard(SymbolBook book)
    {
        int symbol = book.Index;
        ref readonly ProtectiveLevels levels = ref _targets.LevelsOf(symbol);
        Withdraw(book, guards: true, "other levels replaced it");
        _guarded[symbol] = default;
        decimal held = _books.Account.Quantity(symbol);
        _state[symbol].See(held);
        if (levels.IsEmpty || held == 0 || (held > 0) != (_targets[symbol] > 0))
            return;

        _guarded[symbol] = levels;
        bool isLong = held > 0;
        double entry = _books.Trades.EntryEstimate(symbol);
        _movesStops |= levels.BreakEven.IsSet;
        double stop = _state[symbol].StopOf(levels, entry, isLong);
        if (!double.IsNaN(stop))
            _desk.AddGuard(book, ProtectiveExit.Stop, stop);
        if (levels.TakeProfit.IsSet)
            _desk.AddGuard(book, ProtectiveExit.TakeProfit, levels.TakeProfit.InFavour(entry, isLong));
        if (levels.Partials is { } partials)
            GuardParts(book, partials, entry, isLong);
        if (levels.TrailingStop.IsSet)
            _desk.AddTrailingGuard(book, levels.TrailingStop);
    }

    private void GuardParts(SymbolBook book, PartialTargets partials, double entry, bool isLong)
    {
        GuardState state = _state[book.Index];
        decimal left = state.Largest;
        for (int i = 0; i < partials.Parts.Count; i++)
        {
            (ProtectiveLevel level, double fraction) = partials.Parts[i];
            bool takesRest = partials.CloseAll && i == partials.Parts.Count - 1;
            decimal quantity = takesRest ? left : book.Instrument.FloorQuantity((double)state.Largest * fraction);
            left -= quantity;
            if (quantity > 0 && !state.WasMet(i))
                _desk.AddPartialGuard(book, i, level.InFavour(entry, isLong), quantity);
        }

        _desk.CutGuards(book);
    }

    /// <summary>A partial target has closed a part: the target exposure shrinks in proportion, and the protective orders cover what is left.</summary>
    private void Shrink(SymbolBook book, Order order)
    {
        int symbol = book.Index;
        double held = (double)Math.Abs(_books.Account.Quantity(symbol)), closed = (double)_books.Fills.At(_books.Fills.Count - 1).Quantity;
        if (order.State == OrderState.Filled)
            _state[symbol].Meet(order.Part);
        _targets.Shrink(symbol, held / (held + closed));
        (_executed[symbol], _version) = (_targets[symbol], _targets.Version);
        _desk.CutGuards(book);
    }

    /// <summary>Moves stops to the entry price where the price has moved far enough in favour.</summary>
    private void MoveStops()
    {
        foreach (SymbolBook book in _books.Symbols)
        {
            int symbol = book.Index;
            ProtectiveLevel level = _guarded[symbol].BreakEven;
            bool isLong = _books.Account.Holdings[symbol] > 0;
            if (!level.IsSet || _state[symbol].IsEven || _books.Account.Holdings[symbol] == 0)
                continue;
            double reached = level.InFavour(_books.Trades.EntryEstimate(symbol), isLong);
            if (isLong ? book.Best < reached : book.Best > reached)
                continue;
            _state[symbol].IsEven = true;
            Guard(book);
        }
    }
}
