using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>A CMA-ES search: one distribution, one generation at a time.</summary>
internal sealed class CmaEsSession : ISamplerSession
{
    private const ulong Purpose = 0x434D41;
    private const int MaxDraws = 100;
    private const double Shrunk = 1e-9;

    private readonly CmaEsSampler _options;
    private readonly ParameterSpace _space;
    private readonly int _seed, _size;
    private readonly double[] _weights;
    private readonly double _muEff, _cSigma, _dSigma, _cC, _c1, _cMu, _expectedNorm;
    private readonly Dictionary<int, Vector<double>> _asked = [];
    private readonly List<(double Loss, Vector<double> Point)> _generation = [];

    private Vector<double> _mean, _pathSigma, _pathC;
    private Matrix<double> _covariance, _rotation;
    private Vector<double> _scales;
    private double _sigma;
    private int _generations;

    public CmaEsSession(CmaEsSampler options, ParameterSpace space, int seed)
    {
        (_options, _space, _seed, _size) = (options, space, seed, space.Parameters.Count);
        int mu = options.Population / 2, n = _size;
        _weights = [.. Enumerable.Range(1, mu).Select(i => Math.Log(mu + 0.5) - Math.Log(i))];
        double sum = _weights.Sum();
        _weights = [.. _weights.Select(w => w / sum)];
        _muEff = 1 / _weights.Sum(w => w * w);
        _cSigma = (_muEff + 2) / (n + _muEff + 5);
        _dSigma = 1 + 2 * Math.Max(0, Math.Sqrt((_muEff - 1) / (n + 1)) - 1) + _cSigma;
        _cC = (4 + _muEff / n) / (n + 4 + 2 * _muEff / n);
        _c1 = 2 / ((n + 1.3) * (n + 1.3) + _muEff);
        _cMu = Math.Min(1 - _c1, 2 * (_muEff - 2 + 1 / _muEff) / ((n + 2.0) * (n + 2.0) + _muEff));
        _expectedNorm = Math.Sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
        (_mean, _pathSigma, _pathC, _scales) = (Vector<double>.Build.Dense(n, 0.5), Zero(), Zero(), Zero());
        (_covariance, _rotation) = (Matrix<double>.Build.DenseIdentity(n), Matrix<double>.Build.DenseIdentity(n));
        Restart(_mean);
    }

    public ParameterSet? Ask(int number)
    {
        var random = new SplitMix64(TrialSeed.State(_seed, number) ^ Purpose);
        for (int draw = 0; draw < MaxDraws; draw++)
        {
            Vector<double> step = Zero();
            for (int i = 0; i < _size; i++)
                step[i] = _scales[i] * random.NextNormal();
            Vector<double> point = (_mean + _sigma * (_rotation * step)).Map(x => Math.Clamp(x, 0, Math.BitDecrement(1.0)));
            ParameterSet candidate = _space.AtFractions(point.AsArray());
            if (!_space.Accepts(candidate))
                continue;

            _asked[number] = point;
            return candidate;
        }

        ParameterSet any = UniformDraw.From(_space, ref random);
        _asked[number] = Vector<double>.Build.Dense(Array.ConvertAll(_space.FractionsOf(any), f => double.IsNaN(f) ? 0.5 : f));
        return any;
    }

    public void Tell(int number, ParameterSet parameters, ReadOnlySpan<double> losses)
    {
        _asked.Remove(number, out Vector<double>? point);
        _generation.Add((double.IsNaN(losses[0]) ? double.PositiveInfinity : losses[0], point!));
        if (_generation.Count < _options.Population)
            return;

        Learn([.. _generation.OrderBy(g => g.Loss).Take(_weights.Length).Select(g => g.Point)]); // a stable sort: ties by number
        _generation.Clear();
        if (_sigma * _scales.Maximum() < Shrunk || _scales.Maximum() > 1e7 * _scales.Minimum())
        {
            var random = new SplitMix64(TrialSeed.State(_seed, number) ^ ~Purpose);
            Restart(Vector<double>.Build.Dense(_size, _ => random.NextDouble()));
        }
    }

    private void Learn(Vector<double>[] parents)
    {
        Vector<double>[] steps = Array.ConvertAll(parents, p => (p - _mean) / _sigma);
        Vector<double> mean = Zero();
        for (int i = 0; i < steps.Length; i++)
            mean += _weights[i] * steps[i];
        _mean += _sigma * mean;
        _generations++;

        Vector<double> whitened = _rotation * (_rotation.TransposeThisAndMultiply(mean) / _scales);
        _pathSigma = (1 - _cSigma) * _pathSigma + Math.Sqrt(_cSigma * (2 - _cSigma) * _muEff) * whitened;
        double length = _pathSigma.L2Norm();
        bool isMoving = length / Math.Sqrt(1 - Math.Pow(1 - _cSigma, 2 * _generations)) < (1.4 + 2.0 / (_size + 1)) * _expectedNorm;
        _pathC = (1 - _cC) * _pathC + (isMoving ? Math.Sqrt(_cC * (2 - _cC) * _muEff) : 0) * mean;

        double kept = 1 - _c1 - _cMu + (isMoving ? 0 : _c1 * _cC * (2 - _cC));
        _covariance = kept * _covariance + _c1 * _pathC.OuterProduct(_pathC);
        for (int i = 0; i < steps.Length; i++)
            _covariance += _cMu * _weights[i] * steps[i].OuterProduct(steps[i]);
        _sigma = Math.Min(1, _sigma * Math.Exp(_cSigma / _dSigma * (length / _expectedNorm - 1)));
        Decompose();
    }

    private void Decompose()
    {
        _covariance = (_covariance + _covariance.Transpose()) / 2;
        Evd<double> parts = _covariance.Evd(Symmetricity.Symmetric);
        _rotation = parts.EigenVectors;
        _scales = parts.EigenValues.Map(v => Math.Sqrt(Math.Max(v.Real, 1e-20)));
    }

    private void Restart(Vector<double> mean)
    {
        _mean = mean;
        (_sigma, _generations, _pathSigma, _pathC) = (_options.InitialWidth, 0, Zero(), Zero());
        _covariance = Matrix<double>.Build.DenseIdentity(_size);
        Decompose();
    }

    private Vector<double> Zero() => Vector<double>.Build.Dense(_size);
}
