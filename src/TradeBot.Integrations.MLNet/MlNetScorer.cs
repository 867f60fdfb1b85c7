using Microsoft.ML;
using Microsoft.ML.Data;

namespace TradeBot.Integrations.MLNet;

/// <summary>Predicts one row after the other; for one thread.</summary>
internal abstract class MlNetScorer
{
    public static MlNetScorer Of(MLContext ml, ITransformer transformer, int features, MlNetTask task, double[] classes) => task switch
    {
        MlNetTask.Binary => new Engine<MlNetBinaryRow, MlNetProbability>(ml, transformer, features, classes, (prediction, into) => into[0] = prediction.Probability),
        MlNetTask.Regression => new Engine<MlNetNumberRow, MlNetNumber>(ml, transformer, features, classes, (prediction, into) => into[0] = prediction.Score),
        _ => new Engine<MlNetClassRow, MlNetClasses>(ml, transformer, features, classes, (prediction, into) => CopyDense(prediction.Score, into)),
    };

    /// <summary>Predicts a row.</summary>
    /// <param name="row">One value per feature.</param>
    /// <param name="into">The probability or number, or a probability per class; NaN when a value is not finite in single precision.</param>
    public abstract void Score(ReadOnlySpan<double> row, Span<double> into);

    private static void CopyDense(VBuffer<float> score, Span<double> into)
    {
        into.Clear();
        ReadOnlySpan<float> values = score.GetValues();
        ReadOnlySpan<int> places = score.GetIndices();
        for (int i = 0; i < values.Length; i++)
            into[score.IsDense ? i : places[i]] = values[i];
    }

    private delegate void Reader<in TPrediction>(TPrediction prediction, Span<double> into);

    private sealed class Engine<TRow, TPrediction>(MLContext ml, ITransformer transformer, int features, double[] classes, Reader<TPrediction> read) : MlNetScorer
        where TRow : MlNetRow, new()
        where TPrediction : class, new()
    {
        private readonly PredictionEngine<TRow, TPrediction> _engine = ml.Model.CreatePredictionEngine<TRow, TPrediction>(
            transformer, ignoreMissingColumns: false, inputSchemaDefinition: MlNetRows.Schema<TRow>(features, classes.Length));

        private readonly TRow _row = new() { Features = new float[features] };
        private TPrediction _prediction = new();

        public override void Score(ReadOnlySpan<double> row, Span<double> into)
        {
            for (int i = 0; i < row.Length; i++)
            {
                float value = (float)row[i];
                if (!float.IsFinite(value))
                {
                    into.Fill(double.NaN);
                    return;
                }

                _row.Features[i] = value;
            }

            _engine.Predict(_row, ref _prediction);
            read(_prediction, into);
        }
    }
}
