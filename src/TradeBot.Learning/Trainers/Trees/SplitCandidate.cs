namespace TradeBot.Learning;

/// <summary>The best split found for a leaf.</summary>
internal struct SplitCandidate
{
    /// <summary>Reduction of the loss; 0 when there is no split.</summary>
    public double Gain;

    public int Feature;

    /// <summary>The last bin that goes left, for a numeric feature.</summary>
    public int Bin;

    public bool MissingRight;

    /// <summary>Per bin whether it goes right, for a categorical feature; null for a numeric one.</summary>
    public bool[]? RightBins;

    /// <summary>Gradient and Hessian sum of the rows that go left.</summary>
    public long LeftSum;

    public readonly bool GoesRight(int bin) => RightBins != null ? RightBins[bin] : bin == 0 ? MissingRight : bin > Bin;
}
