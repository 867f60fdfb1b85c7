using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>The columns that the trials of a sweep read, each computed once, a block of candles at a time.</summary>
internal sealed class SweepColumns
{
    // A column begins on a cache line; the line before holds the last value of the block before.
    private const int Line = 8;
    private const int LargestBlock = 8192;
    private const int SmallestBlock = 512;
    private const int CacheValues = 1 << 22;

    private readonly CandleSeries _candles;
    private readonly List<Expression> _expressions = [];
    private readonly Dictionary<string, int> _known = [];
    private double[] _values = [];
    private int _first, _stride;
    private (ExpressionStream Source, int Column)[] _parts = [];

    public SweepColumns(CandleSeries candles) => _candles = candles;

    /// <summary>Position of the block's first candle.</summary>
    public int Begin { get; private set; }

    /// <summary>How many candles the block has.</summary>
    public int Count { get; private set; }

    /// <summary>How many words of bits the block has.</summary>
    public int Words => (Count + BitKernel.Bits - 1) / BitKernel.Bits;

    /// <summary>How many candles a block has at most.</summary>
    public int BlockSize { get; private set; }

    /// <summary>The column of an expression.</summary>
    public int Add(Expression expression)
    {
        string key = ExpressionStream.KeyOf(expression);
        if (!_known.TryGetValue(key, out int column))
        {
            _known[key] = column = _expressions.Count;
            _expressions.Add(expression);
        }

        return column;
    }

    /// <summary>Ends the collection of expressions.</summary>
    /// <param name="threads">How many parts to compute them in.</param>
    public void Seal(int threads)
    {
        int columns = Math.Max(1, _expressions.Count);
        BlockSize = Math.Clamp(CacheValues / columns / BitKernel.Bits * BitKernel.Bits, SmallestBlock, LargestBlock);
        _stride = BlockSize + Line;
        _values = GC.AllocateUninitializedArray<double>(columns * _stride + Line, pinned: true);
        Array.Fill(_values, double.NaN);
        _first = Line + (int)(Misalignment() / sizeof(double));
        int size = (_expressions.Count + threads - 1) / threads;
        _parts = [.. _expressions.Chunk(Math.Max(1, size)).Select((part, i) => (new ExpressionStream(new CandleFeed(_candles.Symbol, _candles.Timeframe), part), i * size))];
    }

    /// <summary>Computes the next block.</summary>
    /// <returns>False when the candles have ended.</returns>
    public bool Next(ParallelOptions parallel)
    {
        for (int column = 0; column < _expressions.Count && Count > 0; column++)
            _values[Start(column) - 1] = _values[Start(column) + Count - 1];
        Begin += Count;
        Count = Math.Min(BlockSize, _candles.Count - Begin);
        if (Count <= 0)
            return false;

        Parallel.ForEach(_parts, parallel, part =>
        {
            for (int i = 0; i < Count; i++)
                part.Source.Update(_candles[Begin + i], _values, Start(part.Column) + i, _stride);
        });
        for (int column = 0; column < _expressions.Count && Count < BlockSize; column++)
            _values.AsSpan(Start(column) + Count, Words * BitKernel.Bits - Count).Fill(double.NaN);
        return true;
    }

    /// <summary>A column's values in the block, filled up with NaN to whole words.</summary>
    public ReadOnlySpan<double> Of(int column) => _values.AsSpan(Start(column), Words * BitKernel.Bits);

    /// <summary>A column's value at the candle before the block; NaN before the first.</summary>
    public double Before(int column) => _values[Start(column) - 1];

    private int Start(int column) => _first + column * _stride;

    private long Misalignment()
    {
        long address = System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0);
        const long Bytes = Line * sizeof(double);
        return (Bytes - address % Bytes) % Bytes;
    }
}
