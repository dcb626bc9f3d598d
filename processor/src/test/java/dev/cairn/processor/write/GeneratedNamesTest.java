package dev.cairn.processor.write;

import static dev.cairn.processor.write.FlowBuilder.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.name.NameClaim;
import dev.cairn.processor.name.NameClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is generated is named after the flow, its steps and its artifacts. */
class GeneratedNamesTest {
    @Test
    void aTopLevelFlow() {
        GeneratedNames names = new GeneratedNames(Types.reference("com.acme.Training"));

        assertThat(names.topLevel())
                .extracting(name -> name.canonicalName())
                .containsExactly(
                        "com.acme.TrainingRunner",
                        "com.acme.TrainingArtifacts",
                        "com.acme.TrainingRun",
                        "com.acme.TrainingCodecs",
                        "com.acme.TrainingProvider");
        assertThat(names.view("train").canonicalName()).isEqualTo("com.acme.TrainingArtifacts.Train");
        assertThat(names.input("join").canonicalName()).isEqualTo("com.acme.TrainingArtifacts.JoinInput");
        assertThat(names.inputs("join").canonicalName()).isEqualTo("com.acme.TrainingArtifacts.JoinInputs");
        assertThat(names.name().binaryName()).isEqualTo("com.acme.TrainingArtifacts$Name");
        assertThat(names.step().binaryName()).isEqualTo("com.acme.TrainingRun$Step");
    }

    @Test
    void aNestedFlowOfTheUnnamedPackage() {
        assertThat(new GeneratedNames(Types.reference("Outer.Inner")).runner().canonicalName())
                .isEqualTo("Outer_InnerRunner");
    }

    @ParameterizedTest
    @CsvSource({"rates,RATES", "bestAccuracy,BEST_ACCURACY", "modelURL,MODEL_URL", "x2,X2", "größe,GRÖSSE", "a_b,A_B"})
    void constants(String name, String constant) {
        assertThat(GeneratedNames.constant(name)).isEqualTo(constant);
    }

    @Test
    void claimsOfAFlow() {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Claims")
                .artifact("size", "int")
                .linear("start", "join")
                .end("join", inputs(""));

        assertThat(NameClaims.of(flow.model()))
                .extracting(claim -> claim.owner() + " " + claim.name() + ": " + claim.claimant())
                .containsExactly(
                        "com.acme ClaimsRunner: a class generated for flow `Claims`",
                        "com.acme ClaimsArtifacts: a class generated for flow `Claims`",
                        "com.acme ClaimsRun: a class generated for flow `Claims`",
                        "com.acme ClaimsCodecs: a class generated for flow `Claims`",
                        "com.acme ClaimsProvider: a class generated for flow `Claims`",
                        "com.acme.ClaimsArtifacts Name: the enum of the artifacts",
                        "com.acme.ClaimsArtifacts Builder: the builder of views",
                        "com.acme.ClaimsArtifacts ClaimsArtifacts: the class around the views",
                        "com.acme.ClaimsArtifacts Start: the view of step `start`",
                        "com.acme.ClaimsRun.Step START: the constant of step `start`",
                        "com.acme.ClaimsArtifacts Join: the view of step `join`",
                        "com.acme.ClaimsArtifacts JoinInputs: the inputs of step `join`",
                        "com.acme.ClaimsArtifacts JoinInput: the input of step `join`",
                        "com.acme.ClaimsRun.Step JOIN: the constant of step `join`",
                        "com.acme.ClaimsArtifacts.Name SIZE: the constant of artifact `size`");
    }

    @Test
    void inTheUnnamedPackageTheClassesOfTheUserClaimTheirNamesToo() {
        FlowBuilder flow = FlowBuilder.flow("Train")
                .artifact("boxes", "java.util.Map<Box, Lid.Screw[]>")
                .end("train");

        assertThat(NameClaims.of(flow.model()))
                .filteredOn(claim -> claim.claimant().startsWith("the class `"))
                .extracting(NameClaim::owner, NameClaim::name)
                .containsExactly(
                        tuple("TrainArtifacts", "Train"),
                        tuple("TrainArtifacts", "Box"),
                        tuple("TrainArtifacts", "Lid"));
    }
}
