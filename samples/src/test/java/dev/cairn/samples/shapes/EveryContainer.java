package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A foreach over everything that has elements; each join fans out again, and the last one is the end. */
@Flow
class EveryContainer {
    LinkedHashSet<String> words;
    HashMap<String, Integer> ages;
    int[] primes;
    int count;
    String[] letters;

    String text;
    int number;

    List<String> joinedWords;
    Map<String, Integer> joinedAges;
    List<Integer> joinedPrimes;
    List<Integer> joinedRange;
    List<String> joinedLetters;

    @Step(next = "word", foreach = "words")
    void start() {
        words = new LinkedHashSet<>(List.of("zebra", "ant", "mole", "bee"));
    }

    @Step(next = "joinWords")
    void word(@Item String word) {
        text = word;
    }

    @Step(next = "age", foreach = "ages")
    void joinWords(EveryContainerArtifacts.JoinWordsInputs inputs) {
        joinedWords = inputs.stream().map(word -> word.text()).toList();
        ages = new HashMap<>(Map.of("Ada", 36, "Grace", 85, "Alan", 41));
    }

    @Step(next = "joinAges")
    void age(@Item Map.Entry<String, Integer> entry) {
        text = entry.getKey();
        number = entry.getValue();
    }

    @Step(next = "prime", foreach = "primes")
    void joinAges(EveryContainerArtifacts.JoinAgesInputs inputs) {
        joinedAges = new TreeMap<>();
        inputs.forEach(age -> joinedAges.put(age.text(), age.number()));
        joinedWords = inputs.get(0).joinedWords();
        primes = new int[] {7, 2, 5};
    }

    @Step(next = "joinPrimes")
    void prime(@Item int prime) {
        number = prime;
    }

    @Step(next = "range", foreach = "count")
    void joinPrimes(EveryContainerArtifacts.JoinPrimesInputs inputs) {
        joinedPrimes = inputs.stream().map(prime -> prime.number()).toList();
        joinedWords = inputs.get(0).joinedWords();
        joinedAges = inputs.get(0).joinedAges();
        count = 3;
    }

    @Step(next = "joinRange")
    void range(@Item int index) {
        number = index;
    }

    @Step(next = "letter", foreach = "letters")
    void joinRange(EveryContainerArtifacts.JoinRangeInputs inputs) {
        joinedRange = inputs.stream().map(range -> range.number()).toList();
        inputs.mergeInto(this, dev.cairn.runtime.Merge.except(EveryContainerArtifacts.Name.NUMBER));
        letters = new String[] {"b", "a"};
    }

    @Step(next = "end")
    void letter(@Item String letter) {
        text = letter;
    }

    @Step
    void end(EveryContainerArtifacts.EndInputs inputs) {
        joinedLetters = inputs.stream().map(letter -> letter.text()).toList();
        inputs.mergeInto(this, dev.cairn.runtime.Merge.except(EveryContainerArtifacts.Name.TEXT));
    }
}
