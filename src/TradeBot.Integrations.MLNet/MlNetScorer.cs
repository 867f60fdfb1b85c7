using Microsoft.ML;

namespace TradeBot.Integrations.MLNet;

/// <summary>Scores one row after the other without making an object for each; for one thread.</summary>
internal sealed class MlNetScorer(MLContext ml, ITransformer transformer, int features)
{
    private readonly PredictionEngine<MlNetRow, MlNetPrediction> _engine = ml.Model.CreatePredictionEngine<MlNetRow, MlNetPrediction>(
        transformer, ignoreMissingColumns: false, inputSchemaDefinition: MlNetRows.Schema(features));

    private readonly MlNetRow _row = new() { Features = new float[features] };
    private MlNetPrediction _prediction = new();

    /// <returns>The probability; NaN when a value is not finite in single precision.</returns>
    public double Score(ReadOnlySpan<double> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            float value = (float)row[i];
            if (!float.IsFinite(value))
                return double.NaN;
            _row.Features[i] = value;
        }

        _engine.Predict(_row, ref _prediction);
        return _prediction.Probability;
    }
}
