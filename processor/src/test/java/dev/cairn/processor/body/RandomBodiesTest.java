package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.BodyModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random bodies, small ones first, against an interpreter that goes every path through them: what is assigned on all paths, on
 * some, and what is read before it is assigned has to be the same. The interpreter knows the bodies as they were made, not as the
 * compiler shows them, and shares no code with the analysis. By hand, {@code -Dbodies.classes=2000 -Dbodies.seed=7} makes more
 * of them, and the same ones again.
 */
final class RandomBodiesTest {
    private static final int CLASSES = Integer.getInteger("bodies.classes", 12);
    private static final int STEPS = 50;

    @Test
    void theAnalysisSaysWhatGoingEveryPathSays() {
        long seed = Long.getLong("bodies.seed", 20261125);
        Random random = new Random(seed);
        for (int number = 0; number < CLASSES; number++) {
            List<RandomBody> bodies = new ArrayList<>();
            StringBuilder members = new StringBuilder();
            for (int step = 0; step < STEPS; step++) {
                RandomBody body = RandomBody.of(random, 1 + 10 * number / CLASSES);
                bodies.add(body);
                members.append("@Step void s" + step + "() throws Exception {\n" + body.source() + "}\n");
            }
            members.append(RandomBody.helpers());
            Map<String, BodyModel> models = Bodies.of(members.toString(), found -> new LinkedHashMap<>(found.models()));
            for (int step = 0; step < STEPS; step++) {
                RandomBody body = bodies.get(step);
                assertThat(Facts.of(models.get("s" + step)))
                        .as("seed %d\n%s", seed, body.source())
                        .isEqualTo(EveryPath.facts(body));
            }
        }
    }
}
