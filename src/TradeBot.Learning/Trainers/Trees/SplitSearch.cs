namespace TradeBot.Learning;

/// <summary>Finds the split on one feature that lowers the loss most, from sums per bin.</summary>
internal sealed class SplitSearch(TreeShape shape, GradientPairs gradients)
{
    /// <summary>The value of a leaf: one Newton step, clamped to the leaf's bounds.</summary>
    public double Value(double slope, double curvature, in LeafBounds bounds)
    {
        double denominator = curvature + shape.L2;
        return denominator > 0 ? Math.Clamp(-slope / denominator, bounds.Low, bounds.High) : 0;
    }

    /// <param name="bins">The feature's.</param>
    /// <param name="feature">Its position.</param>
    /// <param name="sums">Gradient and Hessian sums per bin.</param>
    /// <param name="total">Of all bins.</param>
    /// <param name="bounds">Of the leaf.</param>
    /// <param name="draw">In [0, 1): chooses the threshold when thresholds are random.</param>
    public SplitCandidate Best(FeatureBins bins, int feature, ReadOnlySpan<long> sums, long total, in LeafBounds bounds, double draw)
    {
        var best = new SplitCandidate { Feature = feature };
        if (bins.IsCategorical)
            SearchCategories(sums[..bins.Count], total, bounds, ref best);
        else if (shape.Monotone?[feature] is 1 or -1 || !double.IsNegativeInfinity(bounds.Low) || !double.IsPositiveInfinity(bounds.High))
            SearchBounded(bins, sums, total, bounds, shape.Monotone![feature], ref best);
        else if (shape.DrawsThresholds)
            SearchOne(bins, sums, total, draw, ref best);
        else
            SearchNumbers(bins, sums, total, ref best);

        return best;
    }

    private void SearchNumbers(FeatureBins bins, ReadOnlySpan<long> sums, long total, ref SplitCandidate best)
    {
        Scan(bins, sums, total, missing: 0, ref best);
        if (bins.HasMissing && sums[0] != 0)
            Scan(bins, sums, total, missing: sums[0], ref best);
    }

    /// <summary>Tries each threshold, missing values on the right, or on the left when their sum is given.</summary>
    private void Scan(FeatureBins bins, ReadOnlySpan<long> sums, long total, long missing, ref SplitCandidate best)
    {
        double allSlope = gradients.Slope(total), allCurvature = gradients.Curvature(total), parent = Score(allSlope, allCurvature);
        double least = shape.MinCurvature, l2 = shape.L2, slopeUnit = gradients.SlopeUnit, curvatureUnit = gradients.CurvatureUnit;
        double bestScore = parent + shape.MinGain + best.Gain;
        long left = missing;
        for (int bin = 1; bin < bins.Count; bin++)
        {
            left += sums[bin];
            double leftCurvature = (uint)left * curvatureUnit, rightCurvature = allCurvature - leftCurvature;
            if (leftCurvature < least)
                continue;
            if (rightCurvature < least || left == total)
                break;

            double leftSlope = (left >> 32) * slopeUnit, rightSlope = allSlope - leftSlope;
            double leftSize = leftCurvature + l2, rightSize = rightCurvature + l2;
            double score = (leftSlope * leftSlope * rightSize + rightSlope * rightSlope * leftSize) / (leftSize * rightSize);
            if (score > bestScore)
            {
                bestScore = score;
                (best.Bin, best.MissingRight, best.LeftSum) = (bin, missing == 0, left);
            }
        }

        best.Gain = bestScore - parent - shape.MinGain;
    }

    /// <summary>Tries one threshold between the lowest and the highest value present; missing values go right.</summary>
    private void SearchOne(FeatureBins bins, ReadOnlySpan<long> sums, long total, double draw, ref SplitCandidate best)
    {
        int low = 1, high = bins.Count - 1;
        while (low < high && sums[low] == 0)
            low++;
        while (high > low && sums[high] == 0)
            high--;
        if (low == high)
            return;

        int bin = low + (int)(draw * (high - low));
        long left = 0;
        for (int i = low; i <= bin; i++)
            left += sums[i];
        Consider(bin, missingRight: true, left, total, ref best);
    }

    private void SearchBounded(FeatureBins bins, ReadOnlySpan<long> sums, long total, in LeafBounds bounds, int direction, ref SplitCandidate best)
    {
        for (int side = 0; side < (bins.HasMissing ? 2 : 1); side++)
        {
            long left = side == 0 ? 0 : sums[0];
            for (int bin = 1; bin < bins.Count; bin++)
            {
                left += sums[bin];
                ConsiderBounded(bin, side == 0, left, total, bounds, direction, ref best);
            }
        }
    }

    /// <summary>Categories sorted by mean gradient: the best of all binary partitions respects this order.</summary>
    /// <remarks>Source: Fisher, "On grouping for maximum homogeneity", JASA 53, 1958.</remarks>
    private void SearchCategories(ReadOnlySpan<long> sums, long total, in LeafBounds bounds, ref SplitCandidate best)
    {
        double[] means = new double[sums.Length];
        int[] order = new int[sums.Length];
        int count = 0;
        for (int bin = 0; bin < sums.Length; bin++)
        {
            if (sums[bin] == 0)
                continue;
            means[count] = gradients.Slope(sums[bin]) / (gradients.Curvature(sums[bin]) + shape.L2);
            order[count++] = bin;
        }

        Array.Sort(means, order, 0, count);
        long left = 0;
        int taken = -1;
        for (int i = 0; i + 1 < count; i++)
        {
            left += sums[order[i]];
            double before = best.Gain;
            ConsiderBounded(i, missingRight: true, left, total, bounds, direction: 0, ref best);
            if (best.Gain > before)
                taken = i;
        }

        if (taken < 0)
            return;
        best.RightBins = new bool[FeatureBins.Most];
        Array.Fill(best.RightBins, true);
        for (int i = 0; i <= taken; i++)
            best.RightBins[order[i]] = false;
        best.MissingRight = best.RightBins[0];
    }

    private void ConsiderBounded(int bin, bool missingRight, long left, long total, in LeafBounds bounds, int direction, ref SplitCandidate best)
    {
        double leftSlope = gradients.Slope(left), leftCurvature = gradients.Curvature(left);
        double rightSlope = gradients.Slope(total - left), rightCurvature = gradients.Curvature(total - left);
        double leftValue = Value(leftSlope, leftCurvature, bounds), rightValue = Value(rightSlope, rightCurvature, bounds);
        if (leftCurvature < shape.MinCurvature || rightCurvature < shape.MinCurvature || left == total || left == 0 || (rightValue - leftValue) * direction < 0)
            return;

        double parentSlope = gradients.Slope(total), parentCurvature = gradients.Curvature(total);
        double gain = Fall(leftSlope, leftCurvature, leftValue) + Fall(rightSlope, rightCurvature, rightValue)
            - Fall(parentSlope, parentCurvature, Value(parentSlope, parentCurvature, bounds)) - shape.MinGain;
        if (gain > best.Gain)
            (best.Gain, best.Bin, best.MissingRight, best.LeftSum) = (gain, bin, missingRight, left);
    }

    private void Consider(int bin, bool missingRight, long left, long total, ref SplitCandidate best) =>
        ConsiderBounded(bin, missingRight, left, total, LeafBounds.None, direction: 0, ref best);

    /// <summary>Twice the loss reduction of a leaf value.</summary>
    private double Fall(double slope, double curvature, double value) => -(2 * slope + (curvature + shape.L2) * value) * value;

    private double Score(double slope, double curvature) => curvature + shape.L2 > 0 ? slope * slope / (curvature + shape.L2) : 0;
}
