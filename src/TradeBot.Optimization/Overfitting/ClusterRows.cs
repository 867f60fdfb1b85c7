using System.Numerics.Tensors;

namespace TradeBot.Optimization.Overfitting;

/// <summary>Clusters during clustering: the sum of each one's series, each of unit length, and the joins.</summary>
internal sealed class ClusterRows(int count, int width)
{
    private const int Block = 1000;

    private readonly float[] _sums = new float[(long)count * width];
    private readonly int[] _sizes = [.. Enumerable.Repeat(1, count)];
    private readonly List<int>[] _members = [.. Enumerable.Range(0, count).Select(i => new List<int> { i })];
    private readonly int[] _places = new int[count]; // of each open cluster in the list
    private readonly List<int> _open = []; // may still be joined; in any order, as ties go to the lower number

    public Span<float> Sum(int cluster) => _sums.AsSpan(cluster * width, width);

    /// <summary>Joins similar clusters and gives the members of each, ascending, the clusters by their first member.</summary>
    /// <param name="alike">The average correlation from which two clusters are one.</param>
    public IEnumerable<List<int>> Gather(double alike)
    {
        // Blocks first: similar series within a block are joined at a fraction of the cost of comparing all series.
        for (int begin = 0; count > Block && begin < count; begin += Block)
            Gather(Enumerable.Range(begin, Math.Min(Block, count - begin)), alike);
        Gather(Enumerable.Range(0, count).Where(i => _members[i].Count > 0), alike);
        foreach (List<int> members in _members)
            members.Sort();
        return _members.Where(members => members.Count > 0).OrderBy(members => members[0]);
    }

    private void Gather(IEnumerable<int> clusters, double alike)
    {
        foreach (int cluster in clusters)
        {
            _places[cluster] = _open.Count;
            _open.Add(cluster);
        }

        List<int> chain = [];
        bool[] isOnChain = new bool[count];
        while (_open.Count > 0)
        {
            if (chain.Count == 0)
                Push(_open[0]);
            int tip = chain[^1], before = chain.Count > 1 ? chain[^2] : -1;
            (int nearest, float similarity) = NearestTo(tip, before);
            if (!(similarity >= alike))
            {
                Pop();
                Close(tip);
            }
            else if (nearest == before)
            {
                Pop();
                Pop();
                Join(Math.Min(tip, nearest), Math.Max(tip, nearest));
            }
            else if (isOnChain[nearest])
            {
                // Only rounding can lead back past the last link: go on from there.
                while (chain[^1] != nearest)
                    Pop();
            }
            else
            {
                Push(nearest);
            }
        }

        void Push(int cluster)
        {
            chain.Add(cluster);
            isOnChain[cluster] = true;
        }

        void Pop()
        {
            isOnChain[chain[^1]] = false;
            chain.RemoveAt(chain.Count - 1);
        }
    }

    private (int Nearest, float Similarity) NearestTo(int cluster, int preferred)
    {
        ReadOnlySpan<float> sum = Sum(cluster);
        int nearest = -1;
        float best = float.NegativeInfinity;
        foreach (int other in _open)
        {
            if (other == cluster)
                continue;
            float similarity = TensorPrimitives.Dot(sum, Sum(other)) / ((float)_sizes[cluster] * _sizes[other]);
            if (similarity > best || (similarity == best && nearest != preferred && (other == preferred || other < nearest)))
                (nearest, best) = (other, similarity);
        }

        return (nearest, best);
    }

    private void Join(int kept, int gone)
    {
        TensorPrimitives.Add(Sum(kept), Sum(gone), Sum(kept));
        _sizes[kept] += _sizes[gone];
        _members[kept].AddRange(_members[gone]);
        _members[gone].Clear();
        Close(gone);
    }

    private void Close(int cluster)
    {
        int place = _places[cluster], last = _open[^1];
        (_open[place], _places[last]) = (last, place);
        _open.RemoveAt(_open.Count - 1);
    }
}
