package dev.cairn.processor.write.view;

import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Flows of splits, one after the other, whose joins each drop another artifact. */
class OfferedArtifactsTest {
    private static final int FEW = 12;
    private static final int MANY = 60;

    private static Compilation compile(int splits, String driver) {
        StringBuilder fields = new StringBuilder();
        StringBuilder assignments = new StringBuilder();
        StringBuilder steps = new StringBuilder();
        for (int text = 0; text < splits; text++) {
            fields.append("String text%d;\n".formatted(text));
            assignments.append("text%d = \"\"; ".formatted(text));
        }
        for (int split = 0; split < splits; split++) {
            String next = split == splits - 1 ? "end" : "split" + (split + 1);
            steps.append("""
                    @Step(next = {"a%1$d", "b%1$d"}) void split%1$d() { %3$s }
                    @Step(next = "join%1$d") void a%1$d() {}
                    @Step(next = "join%1$d") void b%1$d() {}
                    @Step(next = "%2$s") void join%1$d(SampleArtifacts.Join%1$dInputs inputs) {
                        inputs.mergeInto(this, Merge.except(SampleArtifacts.Name.TEXT%1$d));
                    }
                    """.formatted(split, next, split == 0 ? assignments : "text%d = \"\";".formatted(split - 1)));
        }
        return compiler()
                .compile(
                        file("@Flow class Sample {\n" + fields + "@Step(next = \"split0\") void start() {}\n" + steps
                                + "@Step void end() {}\n}\n"),
                        file("class Driver { Object ask(SampleArtifacts view) { return " + driver + "; } }"));
    }

    private static int sizeOfViews(int splits) {
        Compilation compilation = compile(splits, "null");
        assertThat(compilation.errors()).isEmpty();
        return compilation.generatedSourceFiles().stream()
                .filter(source -> source.getName().endsWith("SampleArtifacts.java"))
                .mapToInt(OfferedArtifactsTest::length)
                .sum();
    }

    private static int length(JavaFileObject source) {
        try {
            return source.getCharContent(false).length();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aFewViewsOfferWhatCanExistAndNoMore() {
        assertThat(compile(FEW, "((SampleArtifacts.Join3) null).text2()").errors())
                .isEmpty();
        assertThat(compile(FEW, "((SampleArtifacts.Join3) null).text3()").errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(null)).contains("cannot find symbol"));
    }

    @Test
    void manyViewsOfferAllThatMayHaveBeenAssigned() {
        assertThat(compile(MANY, "((SampleArtifacts.Join3) null).text3()").errors())
                .isEmpty();
    }

    @Test
    void viewsGrowWithStepsPlusArtifacts() {
        assertThat(sizeOfViews(2 * MANY)).isLessThan(5 * sizeOfViews(MANY) / 2);
    }
}
