namespace TradeBot.Strategies;

/// <summary>Divergence: whether the price makes a more extreme swing than before and an oscillator does not.</summary>
/// <remarks>
/// A swing low is a price below those of the k candles before and after it, so it is known k candles
/// late; only then can the condition be true. With sign −1 the same for swing highs. Hidden divergence: the oscillator
/// is more extreme and the price is not.
/// </remarks>
internal sealed class DivergenceNode(Node price, Node oscillator, int strength, int within, double sign, bool hidden) : Node
{
    private readonly double[] _prices = NewRing(strength);
    private readonly double[] _oscillators = NewRing(strength);
    private int _next;
    private int _sinceSwing = int.MaxValue / 2;
    private double _swingPrice;
    private double _swingOscillator;

    public override void Step()
    {
        int length = _prices.Length;
        _prices[_next] = sign * price.Value;
        _oscillators[_next] = sign * oscillator.Value;
        _next = (_next + 1) % length;
        _sinceSwing = Math.Min(_sinceSwing + 1, int.MaxValue / 2);
        int middle = (_next + strength) % length;
        Value = double.IsNaN(_prices.Sum() + _oscillators.Sum()) ? double.NaN : KleeneLogic.Of(IsSwing(middle) && Diverges(middle));
    }

    private bool IsSwing(int middle)
    {
        for (int i = 0; i < _prices.Length; i++)
        {
            if (i != middle && _prices[i] <= _prices[middle])
                return false;
        }

        return true;
    }

    private bool Diverges(int middle)
    {
        (double lastPrice, double lastOscillator, int since) = (_swingPrice, _swingOscillator, _sinceSwing);
        (_swingPrice, _swingOscillator, _sinceSwing) = (_prices[middle], _oscillators[middle], 0);
        if (since > within)
            return false;
        return hidden
            ? _swingPrice > lastPrice && _swingOscillator < lastOscillator
            : _swingPrice < lastPrice && _swingOscillator > lastOscillator;
    }

    private static double[] NewRing(int strength)
    {
        double[] ring = new double[(2 * strength) + 1];
        Array.Fill(ring, double.NaN);
        return ring;
    }
}
