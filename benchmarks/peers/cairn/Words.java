package small;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import java.util.List;

@Flow
class Words {
    List<String> words = List.of("every", "stone", "counts");
    int length;
    int letters;

    @Step(next = "measure", foreach = "words")
    void start() {}

    @Step(next = "end")
    void measure(@Item String word) {
        length = word.length();
    }

    @Step
    void end(WordsArtifacts.EndInputs inputs) {
        letters = inputs.stream().mapToInt(task -> task.length()).sum();
    }

    static int count() {
        return WordsRunner.run().end().letters();
    }
}
