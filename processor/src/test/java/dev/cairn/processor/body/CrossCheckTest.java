package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.cairn.processor.CompiledAgainst;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Compares what the analysis finds without the compiler's help with what the compiler finds when it attributes the bodies. An
 * access that is missed is a defect, one too many is bearable. The few that there are stand here: names that a class may inherit,
 * and pattern variables on whose scope the versions of the compiler do not agree.
 */
final class CrossCheckTest {
    @Test
    void noAccessIsMissed() {
        List<HostileBodies> flows = HostileBodies.all();
        CrossCheck check = new CrossCheck();
        List<JavaFileObject> files = new ArrayList<>(List.of(Bodies.environment()));
        for (int i = 0; i < flows.size(); i++) {
            files.add(Bodies.file("demo.flow" + i, flows.get(i).source()));
        }
        Compilation compilation = CompiledAgainst.javac()
                .withOptions("-proc:full", "-nowarn")
                .withProcessors(check)
                .compile(files);
        assertThat(compilation.errors()).isEmpty();
        assertThat(flows).hasSizeGreaterThan(160);
        assertThat(check.truth).hasSameSizeAs(flows);
        Map<String, String> titles = new LinkedHashMap<>();
        for (String flow : check.truth.keySet()) {
            titles.put(
                    flow,
                    flows.get(Integer.parseInt(flow.replaceAll("\\D", ""))).title());
        }
        List<String> missed = new ArrayList<>();
        List<String> tooMany = new ArrayList<>();
        titles.forEach((flow, title) -> {
            check.missed(flow).forEach(one -> missed.add(title + ": " + one));
            check.tooMany(flow).forEach(one -> tooMany.add(title + ": " + one));
        });
        assertThat(missed).isEmpty();
        assertThat(tooMany)
                .contains(
                        "a local class that extends another: a",
                        "an interface with private methods within: a",
                        "qualified super and new in inner classes: a")
                .isSubsetOf(
                        "a local class that extends another: a",
                        "an interface with private methods within: a",
                        "qualified super and new in inner classes: a",
                        "inner classes that assign before they call super (25): a",
                        "patterns after a while with a break to a label around: text",
                        "patterns after a while with a switch that breaks: text",
                        "patterns after a while with a switch with arrows: text");
    }
}
