package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Index;
import dev.cairn.Parameter;
import dev.cairn.Step;
import java.util.Random;

/** Many tasks that each read one of ten artifacts of 128 KB. */
@Flow
class TenArtifacts {
    @Parameter(help = "how many tasks read")
    int tasks = 1000;

    byte[] artifact0;
    byte[] artifact1;
    byte[] artifact2;
    byte[] artifact3;
    byte[] artifact4;
    byte[] artifact5;
    byte[] artifact6;
    byte[] artifact7;
    byte[] artifact8;
    byte[] artifact9;
    byte cell;
    long sum;

    @Step(next = "read", foreach = "tasks")
    void start() {
        Random random = new Random(7);
        artifact0 = content(random);
        artifact1 = content(random);
        artifact2 = content(random);
        artifact3 = content(random);
        artifact4 = content(random);
        artifact5 = content(random);
        artifact6 = content(random);
        artifact7 = content(random);
        artifact8 = content(random);
        artifact9 = content(random);
    }

    private static byte[] content(Random random) {
        byte[] content = new byte[1 << 17];
        random.nextBytes(content);
        return content;
    }

    @Step(next = "join")
    void read(@Index int index) {
        cell = artifact3[index];
    }

    @Step(next = "end")
    void join(TenArtifactsArtifacts.JoinInputs inputs) {
        sum = inputs.stream().mapToLong(read -> read.cell()).sum();
    }

    @Step
    void end() {}
}
