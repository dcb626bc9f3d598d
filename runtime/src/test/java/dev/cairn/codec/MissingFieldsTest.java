package dev.cairn.codec;

import static dev.cairn.codec.Versioned.named;
import static dev.cairn.codec.Versioned.of;
import static dev.cairn.codec.Versioned.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Optimizer;
import dev.cairn.codec.Samples.Settings;
import dev.cairn.codec.Versioned.Row;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fields of today that a stored value lacks: none of them becomes a zero that nobody wrote. */
final class MissingFieldsTest {
    private static final Versioned THEN = of(with("n", Codecs.INT), with("mean", Codecs.DOUBLE));
    private static final Row STORED = Row.of("n", 3, "mean", 0.5);

    private final Schemas schemas = new Schemas();

    private @Nullable Row read(Versioned today) {
        return schemas.decode(today, schemas.encode(THEN, STORED));
    }

    private void assertRefused(Versioned today, String message) {
        assertRefused(today, schemas.encode(THEN, STORED), message);
    }

    private void assertRefused(ArtifactCodec<?> today, byte[] artifact, String message) {
        assertThatThrownBy(() -> schemas.decode(today, artifact))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage(message);
    }

    @Test
    void aRenamedPrimitiveIsNotReadAsZero() {
        assertRefused(
                of(with("n", Codecs.INT), with("meanDelay", Codecs.DOUBLE)),
                "Row.meanDelay: was not stored, but `mean` was, and no field reads it now; if it was renamed, write"
                        + " @FormerNames(\"mean\"); if it is new, write @Default(\"..\")");
    }

    @Test
    void formerNamesAndDefaultsSayWhatItIs() {
        assertThat(read(of(
                        with("n", Codecs.INT), with("meanDelay", Codecs.DOUBLE).formerNames("mean"))))
                .isEqualTo(Row.of("n", 3, "meanDelay", 0.5));
        assertThat(read(of(
                        with("n", Codecs.INT), with("meanDelay", Codecs.DOUBLE).withDefault("-1"))))
                .isEqualTo(Row.of("n", 3, "meanDelay", -1.0));
    }

    @Test
    void aFormerNameThatWasNotStoredEitherLeavesTheQuestionOpen() {
        assertRefused(
                of(with("n", Codecs.INT), with("meanDelay", Codecs.DOUBLE).formerNames("delay")),
                "Row.meanDelay: was not stored, but `mean` was, and no field reads it now; if it was renamed, write"
                        + " @FormerNames(\"mean\"); if it is new, write @Default(\"..\")");
    }

    @Test
    void aNewPrimitiveBesideAllTheOthersIsNotZeroEither() {
        assertRefused(
                of(with("n", Codecs.INT), with("mean", Codecs.DOUBLE), with("max", Codecs.DOUBLE)),
                "Row.max: was not stored, and a missing double has no default; if it is new, write @Default(\"..\")");
        assertRefused(
                of(with("n", Codecs.INT), with("mean", Codecs.DOUBLE), with("exact", Codecs.BOOLEAN)),
                "Row.exact: was not stored, and a missing boolean has no default; if it is new, write"
                        + " @Default(\"..\")");
    }

    @Test
    void aNewReferenceIsNullAndAnOptionalIsEmpty() {
        assertThat(read(of(
                        with("n", Codecs.INT),
                        with("mean", Codecs.DOUBLE),
                        with("label", Codecs.STRING),
                        with("tags", Codecs.list(Codecs.STRING)),
                        with("size", Codecs.BOXED_INT),
                        with("note", Codecs.optional(Codecs.STRING)),
                        with("limit", Codecs.OPTIONAL_INT))))
                .isEqualTo(Row.of(
                        "n",
                        3,
                        "mean",
                        0.5,
                        "label",
                        null,
                        "tags",
                        null,
                        "size",
                        null,
                        "note",
                        Optional.empty(),
                        "limit",
                        OptionalInt.empty()));
    }

    @Test
    void aReferenceThatMayBeARenamedFieldIsNotNull() {
        assertRefused(
                of(with("n", Codecs.INT), with("meanDelay", Codecs.BOXED_DOUBLE)),
                "Row.meanDelay: was not stored, but `mean` was, and no field reads it now; if it was renamed, write"
                        + " @FormerNames(\"mean\"); if it is new, write @Default");
        assertThat(read(of(
                        with("n", Codecs.INT),
                        with("meanDelay", Codecs.BOXED_DOUBLE).withDefault())))
                .isEqualTo(Row.of("n", 3, "meanDelay", null));
        assertThat(read(of(with("n", Codecs.INT), with("label", Codecs.STRING))))
                .isEqualTo(Row.of("n", 3, "label", null));
    }

    @Test
    void whatFormerNamesCouldReadIsResemblingAlsoByWidening() {
        Versioned then = of(with("a", Codecs.SHORT), with("b", Codecs.INT), with("c", Codecs.STRING));
        byte[] artifact = schemas.encode(then, Row.of("a", (short) 1, "b", 2, "c", "x"));
        assertRefused(
                of(with("d", Codecs.LONG)),
                artifact,
                "Row.d: was not stored, but `a` and `b` were, and no field reads them now; if it was renamed, write"
                        + " @FormerNames(\"a\") or @FormerNames(\"b\"); if it is new, write @Default(\"..\")");
        assertRefused(
                of(with("d", Codecs.any()), with("a", Codecs.SHORT), with("b", Codecs.INT)),
                artifact,
                "Row.d: was not stored, but `c` was, and no field reads it now; if it was renamed, write"
                        + " @FormerNames(\"c\"); if it is new, write @Default");
        assertThat(schemas.decode(of(with("d", Codecs.BOXED_BYTE)), artifact)).isEqualTo(Row.of("d", null));
    }

    @Test
    void ofManyThatAreResemblingAFewAreNamed() {
        StructField[] fields =
                IntStream.range(0, 7).mapToObj(i -> with("f" + i, Codecs.INT)).toArray(StructField[]::new);
        Object[] values = IntStream.range(0, 7)
                .boxed()
                .flatMap(i -> Stream.of("f" + i, i))
                .toArray();
        assertRefused(
                of(with("d", Codecs.LONG)),
                schemas.encode(of(fields), Row.of(values)),
                "Row.d: was not stored, but `f0` and `f1` and `f2` and `f3` and `f4` and 2 others were, and no field reads"
                        + " them now; if it was renamed, write @FormerNames(\"f0\") or @FormerNames(\"f1\") or"
                        + " @FormerNames(\"f2\") or @FormerNames(\"f3\") or @FormerNames(\"f4\"); if it is new, write"
                        + " @Default(\"..\")");
    }

    @Test
    void aFieldOfARenamedTypeIsResembling() {
        byte[] artifact =
                schemas.encode(of(with("config", Samples.CONFIG)), Row.of("config", new Config(1, 2, null, null)));
        assertRefused(
                of(with("settings", Samples.CONFIG)),
                artifact,
                "Row.settings: was not stored, but `config` was, and no field reads it now; if it was renamed, write"
                        + " @FormerNames(\"config\"); if it is new, write @Default");
        assertThat(schemas.decode(of(with("settings", Samples.SETTINGS)), artifact))
                .isEqualTo(Row.of("settings", null));
    }

    @Test
    void aRecursiveTypeIsAskedOnce() {
        Versioned[] then = new Versioned[1];
        then[0] =
                named("com.acme.Node", List.of(), with("value", Codecs.INT), with("left", Codecs.lazy(() -> then[0])));
        byte[] artifact = schemas.encode(then[0], Row.of("value", 1, "left", Row.of("value", 2, "left", null)));
        Versioned[] today = new Versioned[1];
        today[0] =
                named("com.acme.Node", List.of(), with("value", Codecs.INT), with("next", Codecs.lazy(() -> today[0])));
        assertRefused(
                today[0],
                artifact,
                "Node.next: was not stored, but `left` was, and no field reads it now; if it was renamed, write"
                        + " @FormerNames(\"left\"); if it is new, write @Default");
    }

    @Test
    void aVersionOfWhichThereIsNoValueDoesNoHarm() {
        Versioned today = of(with("n", Codecs.INT), with("meanDelay", Codecs.DOUBLE));
        assertThat(schemas.decode(Codecs.list(today), schemas.encode(Codecs.list(THEN), List.of())))
                .isEmpty();
        assertThat(schemas.decode(Codecs.any(today), schemas.encode(Codecs.any(THEN), Map.of("a", 1))))
                .isEqualTo(Map.of("a", 1));
        assertRefused(
                Codecs.list(today),
                schemas.encode(Codecs.list(THEN), Arrays.asList(null, STORED)),
                "[1] -> Row.meanDelay: was not stored, but `mean` was, and no field reads it now; if it was renamed,"
                        + " write @FormerNames(\"mean\"); if it is new, write @Default(\"..\")");
    }

    @Test
    void defaultsAreReadAsParametersAre() {
        Versioned today = of(
                with("n", Codecs.INT),
                with("mean", Codecs.DOUBLE),
                with("optimizer", Samples.OPTIMIZER).withDefault("ADAM"),
                with("timeout", Codecs.DURATION).withDefault("PT5M"),
                with("label", Codecs.STRING).withDefault(""),
                with("exact", Codecs.BOOLEAN).withDefault("true"),
                with("note", Codecs.optional(Codecs.STRING)).withDefault("none"));
        assertThat(read(today))
                .isEqualTo(Row.of(
                        "n",
                        3,
                        "mean",
                        0.5,
                        "optimizer",
                        Optimizer.ADAM,
                        "timeout",
                        Duration.ofMinutes(5),
                        "label",
                        "",
                        "exact",
                        true,
                        "note",
                        Optional.of("none")));
        assertThatThrownBy(() ->
                        read(of(with("n", Codecs.INT), with("max", Codecs.INT).withDefault("many"))))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage("Row.max: \"many\" is not an int");
    }

    @Test
    void aDefaultDoesNotHideWhatWasStored() {
        assertThat(read(of(
                        with("n", Codecs.INT).withDefault("9"),
                        with("mean", Codecs.DOUBLE).withDefault(""))))
                .isEqualTo(STORED);
    }

    @Test
    void aPlainClassKeepsItsInitialiserUnlessTheFieldMayHaveBeenRenamed() {
        Versioned then = named("com.acme.Settings", List.of(), with("host", Codecs.STRING));
        Settings read = schemas.decode(Samples.SETTINGS, schemas.encode(then, Row.of("host", "example.org")));
        assertThat(read).isNotNull();
        assertThat(read.retries).isEqualTo(3);
        Versioned renamed =
                named("com.acme.Settings", List.of(), with("host", Codecs.STRING), with("tries", Codecs.INT));
        assertRefused(
                Samples.SETTINGS,
                schemas.encode(renamed, Row.of("host", "example.org", "tries", 5)),
                "Settings.retries: was not stored, but `tries` was, and no field reads it now; if it was renamed,"
                        + " write @FormerNames(\"tries\"); if it is new, write @Default(\"..\")");
    }

    @Test
    void aPrimitiveThatTheConstructorLeftAtZeroIsAnExceptionUnlessItIsSaidToBeNew() {
        FieldValues strict =
                FieldValues.ofStored(of(with("i", Codecs.INT), with("b", Codecs.BOOLEAN), with("d", Codecs.DOUBLE)));
        strict.kept(0, 7);
        strict.kept(1, true);
        strict.kept(2, Double.NaN);
        assertThatThrownBy(() -> strict.kept(0, 0))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("Row.i: was not stored, and a missing int has no default; if it is new, write"
                        + " @Default(\"..\")");
        assertThatThrownBy(() -> strict.kept(1, false)).hasMessageContaining("a missing boolean has no default");
        assertThatThrownBy(() -> strict.kept(2, -0.0)).hasMessageContaining("a missing double has no default");
        FieldValues.ofStored(of(with("i", Codecs.INT).withDefault())).kept(0, 0);
        FieldValues.ofTree(of(with("i", Codecs.INT))).kept(0, 0);
    }

    @Test
    void aRecordFromATreeTakesDefaultsToo() {
        Versioned codec = of(with("n", Codecs.INT).withDefault("4"), with("note", Codecs.optional(Codecs.STRING)));
        assertThat(ArtifactFormat.fromTree(codec, Tree.of(Map.of())))
                .isEqualTo(Row.of("n", 4, "note", Optional.empty()));
        assertThatThrownBy(() -> ArtifactFormat.fromTree(
                        of(with("n", Codecs.INT).formerNames("m")), Tree.of(Map.of("n", 1, "m", 2))))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage("a field of Row is given twice");
    }
}
