using System.Security.Cryptography;
using TradeBot.Testing;

namespace TradeBot.Learning.Tests;

/// <summary>Files that earlier versions wrote, one of each kind of model in each of its forms: they are read as they are, and written again to the same bytes.</summary>
public class SavedModelsTests
{
    /// <summary>File, SHA-256 of its bytes, and what the model predicts for a row.</summary>
    public static TheoryData<string, string, double> Saved => new()
    {
        { "logistic", "a3d1b2b2764a180bddf8a1cf50285de0b72f8db043cbb6898ebca27f7233c00f", 0.8632313446241093 },
        { "linear", "fc52664e92e874afa6e293efd1f6fba9245572a66c1b9d74c12a93e1562be325", 0.48484240584144966 },
        { "boosting-binary", "363064b3bc096184ba88acd1bb5e809d32f78e6f41b42dd4869e03ddc87fb7fe", 0.5820056154165009 },
        { "boosting-classes", "2b5c581cd7e258fc01c7726e51a8995ebeb6e8ced4ced36be8ce8fe7dfdf4f20", 2 },
        { "boosting-number", "82c820b326ecb61a25a62802d0c84aae98273e005f3e5619dc99680857bf676b", 0.07673704017139857 },
        { "forest", "5a67b4b905921150b8aed531390d7ab593b7ee6eba3f0706cb9ddba0acb79731", 0.7575757575757576 },
        { "forest-number", "4eca4eabd409aaed5b0ae2d29124811118c08264efaa6bb3dc5b40484606e4e0", 0.46361295445059103 },
        { "network-binary", "1d6f790fe1a4b547543459a8c2fed5e6384b7f2f6c47a0fdd347b5d2586304db", 0.545264352398495 },
        { "network-classes", "03842615b79f8ed8a727e08fa85154d6183577dc6a889370d8c85f64c846d143", 0 },
        { "network-number", "40211e982906ec30477b5f37634635ec9cfc5d4b5bd29dcab11d0742c5bb0821", 0.08353521808679118 },
        { "voting", "077c0a40e5066c583965da0790fe0de7fde7fe0844dbb17d9b80d745f85ac3eb", 0.6754516050009156 },
        { "bagging", "eb1bf302e372880f3326d7fc7eb73f195c5d7152348a9bf347faedef6764576a", 0.855728898322014 },
        { "stacking", "1917f4f6de9da0be4be2125f093b53640ad0e68997e524905f4559ade22501f6", 0.8647118796327967 },
        { "stacking-number", "b89d38488bbc9abeaa3f93815159f19d6721ef03043ab67079e1933b9fb32558", 0.49125878315980587 },
        { "calibrated-platt", "70f1c48b50492674725af9da97912ed1705651299743405ccc7aa9cf35d303d4", 0.8782214958532063 },
        { "calibrated-isotonic", "5ace3612651e1b3c4973876dfd3cea78d0b4623976104d1347ffa8ce02bb71ec", 1 },
        { "reduced-components", "a628fec6c382a2e0d2f980f39e62d12be6f6252d91e5726982634ec09cca3259", 0.5442558170695854 },
        { "reduced-clusters", "8f2c345a5a24f9f7cd834ef7812f0eeeb9d2e1ae7b34ee974e02cfd91bba7639", 0.4175393564349135 },
        { "nested", "b197522b6fc8ed1f80b5c251c94f46f0fd8ecacb3dd858175297f8f5f6aefbb4", 0.6843399208292169 },
    };

    [Theory]
    [MemberData(nameof(Saved))]
    public void A_saved_model_predicts_the_same_and_is_written_to_the_same_bytes(string name, string hash, double predicted)
    {
        byte[] saved = File.ReadAllBytes(PathOf(name + ".bin"));

        IModel model = ModelFile.Read(new MemoryStream(saved));

        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(saved)));
        Assert.Equal(saved, TrainerRules.Written(model));
        Assert.Equal(["a", "b", "kind"], model.Features);
        Assert.Equal(predicted, model.Predict([0.3, -0.2, 2]), tolerance: 1e-12); // the last digits of e^x are the platform's
    }

    [Fact]
    public void A_saved_registry_is_read_as_it_is()
    {
        RegisteredModel serving = ModelRegistry.Open(PathOf("registry")).Load("direction", ModelUse.Paper);

        Assert.Equal(("direction 1 (paper)", "logistic(C=1)", 3), (serving.ToString().Split(':')[0], serving.Model.Name, serving.Card.Trials));
        Assert.Equal((80, 3), (serving.Card.Training!.Rows, serving.Card.Training.Features.Count));
    }

    private static string PathOf(string name) => Repository.PathOf("tests", "TradeBot.Learning.Tests", "Registry", "Saved", name);
}
