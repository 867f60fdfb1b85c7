namespace TradeBot.Learning;

/// <summary>Writes what follows the head of models that are made of others.</summary>
internal static class CompositeWriter
{
    public static void Write(VotingModel voting, BinaryWriter writer)
    {
        writer.WriteArray<double>([.. voting.Weights]);
        foreach (IModel member in voting.Members)
            ModelWriter.Write(member, writer);
    }

    public static void Write(StackingModel stacking, BinaryWriter writer)
    {
        writer.Write(stacking.Members.Count);
        foreach (IModel member in stacking.Members)
            ModelWriter.Write(member, writer);
        ModelWriter.Write(stacking.Final, writer);
        writer.Write(stacking.UsesLogOdds);
    }

    public static void Write(CalibratedModel calibrated, BinaryWriter writer)
    {
        ModelWriter.Write(calibrated.Inner, writer);
        if (calibrated.Calibrator is PlattCalibrator platt)
        {
            writer.Write((byte)CalibrationMethod.Platt);
            writer.WriteArray<double>([platt.Slope, platt.Intercept]);
        }
        else
        {
            var isotonic = (IsotonicCalibrator)calibrated.Calibrator;
            writer.Write((byte)CalibrationMethod.Isotonic);
            writer.WriteArray<double>([.. isotonic.Probabilities]);
            writer.WriteArray<double>([.. isotonic.Values]);
        }
    }

    public static void Write(ReducedModel reduced, BinaryWriter writer)
    {
        switch (reduced.Reducer)
        {
            case PrincipalComponents components:
                writer.Write((byte)ReducerKind.PrincipalComponents);
                ModelWriter.Write(components.Standardizer, writer);
                writer.WriteArray<double>([.. components.Variances]);
                writer.WriteArray<double>([.. components.Shares]);
                foreach (IReadOnlyList<double> loadings in components.Loadings)
                    writer.WriteArray<double>([.. loadings]);
                break;
            case ClusterCentres clusters:
                writer.Write((byte)ReducerKind.ClusterCentres);
                ModelWriter.Write(clusters.Inputs.Standardizer, writer);
                writer.WriteArray<double>([.. clusters.Weights]);
                writer.WriteArray(clusters.Centres);
                writer.Write(clusters.SumOfSquares);
                break;
            default:
                throw new ArgumentException($"A reduction of the type {reduced.Reducer.GetType().Name} cannot be written.", nameof(reduced));
        }

        ModelWriter.Write(reduced.Inner, writer);
    }
}
