package dev.cairn.codec.library;

import java.util.ArrayList;
import java.util.List;

/** Not serializable; made of a class that only the library can name. */
public final class Shelf {
    private final List<Book> books = new ArrayList<>();

    public Shelf(String... titles) {
        for (String title : titles) {
            books.add(new Book(title));
        }
    }

    public List<String> titles() {
        return books.stream().map(book -> book.title).toList();
    }

    private static final class Book {
        private final String title;

        Book(String title) {
            this.title = title;
        }
    }
}
