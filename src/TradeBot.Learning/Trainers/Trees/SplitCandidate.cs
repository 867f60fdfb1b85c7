namespace TradeBot.Learning;

/// <summary>The best question found for a leaf.</summary>
internal struct SplitCandidate
{
    /// <summary>By how much it lowers the loss; 0 when there is none.</summary>
    public double Gain;

    public int Feature;

    /// <summary>The last bin that goes left, of a feature of numbers.</summary>
    public int Bin;

    public bool MissingRight;

    /// <summary>Per bin whether it goes right, of a feature of categories; null for numbers.</summary>
    public bool[]? RightBins;

    /// <summary>Slope and curvature of the rows that go left.</summary>
    public long LeftSum;

    public readonly bool GoesRight(int bin) => RightBins != null ? RightBins[bin] : bin == 0 ? MissingRight : bin > Bin;
}
