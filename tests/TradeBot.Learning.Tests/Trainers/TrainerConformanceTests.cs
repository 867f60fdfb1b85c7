namespace TradeBot.Learning.Tests;

/// <summary>What holds for every way of learning.</summary>
public class TrainerConformanceTests
{
    private static readonly Dataset Data = TrainerRules.Data;

    public static TheoryData<ITrainer> All() =>
    [
        new Logistic(), new Logistic { L1Share = 0.7, C = 0.1 }, new Ridge(), new ElasticNet { Penalty = 0.01 },
        new GradientBoosting { Trees = 30, Depth = 3 },
        new GradientBoosting { Trees = 30, Leaves = 8, RowShare = 0.8, FeatureShare = 0.7 },
        new RandomForest { Trees = 30 }, new ExtraTrees { Trees = 30 },
        new NeuralNetwork { Epochs = 10 }, new NeuralNetwork { Hidden = [20], Epochs = 10, Dropout = 0.2, BatchRows = 100, StopAfter = 0 },
        new Voting { Members = [new Logistic(), new RandomForest { Trees = 10 }], Weights = [1, 3] },
        new Bagging { Member = new ExtraTrees { Trees = 5 }, Copies = 5, BlockLength = 7 },
        new Stacking { Members = [new Logistic(), new GradientBoosting { Trees = 10, Depth = 3 }], Folds = 3 },
        new Calibrated { Member = new RandomForest { Trees = 10 }, Folds = 3, Embargo = 2 },
        new Calibrated { Member = new Logistic(), Method = CalibrationMethod.Isotonic, Folds = 3 },
        new Reduced { Reduction = new Pca { Components = 3 }, Member = new Logistic() },
        new Reduced { Reduction = new KMeans { Clusters = 6 }, Member = new GradientBoosting { Trees = 10 } },
    ];

    /// <summary>Those that draw no rows: a row of weight 2 is two rows.</summary>
    public static TheoryData<ITrainer> Exact() =>
    [
        new Logistic(), new Logistic { L1Share = 0.7, C = 0.1 }, new Ridge(), new ElasticNet { Penalty = 0.01 }, new GradientBoosting { Trees = 30, Depth = 3 }, new ExtraTrees { Trees = 30 },
        new NeuralNetwork { Hidden = [20], Epochs = 50, BatchRows = int.MaxValue, StopAfter = 0 },
        new Voting { Members = [new Logistic(), new Ridge()] },
        new Reduced { Reduction = new Pca { Components = 3 }, Member = new Logistic() },
    ];

    public static TheoryData<ITrainer> WithMissing() =>
    [
        new GradientBoosting { Trees = 10 }, new RandomForest { Trees = 10 }, new ExtraTrees { Trees = 10 },
        new Calibrated { Member = new RandomForest { Trees = 10 } },
    ];

    public static TheoryData<ITrainer> WithoutMissing() =>
    [
        new Logistic(), new Ridge(), new ElasticNet(), new NeuralNetwork { Epochs = 5 },
        new Voting { Members = [new RandomForest { Trees = 5 }, new Logistic()] }, new Stacking { Members = [new Logistic()] }, new Calibrated { Member = new Logistic() },
        new Reduced { Reduction = new Pca { Components = 2 }, Member = new Logistic() }, new Reduced { Reduction = new KMeans { Clusters = 3 }, Member = new Logistic() },
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_rows_and_seed_give_the_same_bytes(ITrainer trainer) => TrainerRules.TheSameRowsAndSeedGiveTheSameBytes(trainer);

    [Theory]
    [MemberData(nameof(All))]
    public void A_loaded_model_predicts_the_same(ITrainer trainer) => TrainerRules.LoadedModelPredictsTheSame(trainer);

    [Theory]
    [MemberData(nameof(All))]
    public void The_order_of_the_columns_does_not_matter(ITrainer trainer) => TrainerRules.TheOrderOfTheColumnsDoesNotMatter(trainer);

    [Theory]
    [MemberData(nameof(Exact))]
    public void A_row_of_weight_two_is_two_rows(ITrainer trainer) => TrainerRules.ARowOfWeightTwoIsTwoRows(trainer);

    [Theory]
    [MemberData(nameof(All))]
    public void A_row_of_weight_zero_is_no_row(ITrainer trainer) => TrainerRules.ARowOfWeightZeroIsNoRow(trainer);

    [Theory]
    [MemberData(nameof(All))]
    public void Only_the_training_rows_are_used(ITrainer trainer) => TrainerRules.OnlyTheTrainingRowsAreLearnedFrom(trainer);

    [Theory]
    [MemberData(nameof(WithMissing))]
    public void Those_that_can_use_missing_values_do(ITrainer trainer)
    {
        double[][] columns = [.. Enumerable.Range(0, Data.Names.Count).Select(i => Data.Column(i).ToArray())];
        for (int row = 0; row < Data.RowCount; row += 7)
            columns[0][row] = double.NaN;
        Dataset holes = Dataset.FromColumns(Data.Names, columns, Data.Target.ToArray(), allowMissing: true);

        Assert.All(TrainerRules.Predictions(trainer.Train(holes, holes.AllRows(), seed: 4), holes), value => Assert.InRange(value, 0, 1));
    }

    [Theory]
    [MemberData(nameof(WithoutMissing))]
    public void Those_that_cannot_name_the_missing_value(ITrainer trainer) => TrainerRules.AMissingValueIsNamed(trainer);

    [Theory]
    [MemberData(nameof(All))]
    public void Targets_that_do_not_vary_are_refused(ITrainer trainer) => TrainerRules.TargetsThatDoNotVaryAreRefused(trainer);

    [Theory]
    [MemberData(nameof(WithoutMissing))]
    public void Those_that_must_scale_name_the_column_that_does_not_vary(ITrainer trainer) => TrainerRules.ConstantColumnsAreNamed(trainer);

    [Theory]
    [MemberData(nameof(All))]
    public void More_folds_than_rows_are_refused(ITrainer trainer) => TrainerRules.MoreFoldsThanRowsAreRefused(trainer);

    [Theory]
    [MemberData(nameof(All))]
    public void Features_of_other_names_are_refused_with_what_differs(ITrainer trainer) => TrainerRules.OtherFeaturesAreRefused(trainer);

    [Theory]
    [MemberData(nameof(All))]
    public void Another_number_of_features_is_refused(ITrainer trainer) => TrainerRules.AnotherNumberOfFeaturesIsRefused(trainer);

    [Theory]
    [MemberData(nameof(All))]
    public void One_row_is_predicted_without_allocating(ITrainer trainer) => TrainerRules.OneRowIsPredictedWithoutAllocating(trainer);

    [Fact]
    public void Training_that_takes_long_can_be_cancelled()
    {
        ITrainer[] slow =
        [
            new Logistic(), new ElasticNet(), new GradientBoosting(), new RandomForest(), new ExtraTrees(), new NeuralNetwork(),
            new Voting { Members = [new Logistic()] }, new Bagging { Member = new Logistic() }, new Stacking { Members = [new Logistic()] }, new Calibrated { Member = new Logistic() },
            new Reduced { Reduction = new KMeans(), Member = new Ridge() }, new Reduced { Reduction = new Pca { Components = 2 }, Member = new Ridge() },
        ];
        foreach (ITrainer trainer in slow)
            TrainerRules.ATrainingThatWasCancelledEndsAsCancelled(trainer);
    }
}
