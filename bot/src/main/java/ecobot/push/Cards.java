package ecobot.push;

import ecobot.chat.Post.FilePart;
import ecobot.chat.Post.Part;
import ecobot.chat.Post.TextPart;
import ecobot.chat.Templates;
import ecobot.library.Attachment;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.quiz.Quizzes;
import ecobot.roster.Group;
import ecobot.roster.Member;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a group or a person gets of a material. */
@Component
class Cards {

    private final Materials materials;
    private final ObjectProvider<FullPages> pages;
    private final Quizzes quizzes;
    private final Templates templates;

    Cards(Materials materials, ObjectProvider<FullPages> pages, Quizzes quizzes, Templates templates) {
        this.materials = materials;
        this.quizzes = quizzes;
        this.pages = pages;
        this.templates = templates;
    }

    /** The card, and the files after it where the group can get any. */
    List<Part> parts(Material material, Group group) {
        var parts = new ArrayList<Part>();
        parts.add(new TextPart("push/material", card(material, group)));
        files(material, group).forEach(file -> parts.add(new FilePart(file.hash(), file.fileName())));
        return parts;
    }

    MaterialCard card(Material material, Group group) {
        var link = page().flatMap(pages -> pages.inGroup(material.id(), group.id()));
        return card(material, link, files(material, group).size());
    }

    MaterialCard card(Material material, Member reader) {
        return card(material, page().flatMap(pages -> pages.inPrivate(material.id(), reader.id())), 0);
    }

    /** The files that follow in a group: those that the platform takes, and none where there is a custom robot only. */
    List<Attachment> files(Material material, Group group) {
        return group.customRobot() == null ? files(material) : List.of();
    }

    /** The files that the platform takes. */
    List<Attachment> files(Material material) {
        var taken = words().files();
        return materials.attachments(material.id()).stream()
                .filter(file -> taken.contains(ending(file.fileName())))
                .toList();
    }

    private MaterialCard card(Material material, Optional<URI> link, int files) {
        return new MaterialCard(
                material.id(),
                words().category(material.category()),
                material.title(),
                material.summary(),
                material.source(),
                Objects.requireNonNullElse(material.documentNumber(), ""),
                material.effectiveOn(),
                material.effectiveOn() == null ? material.issuedOn() : null,
                material.state() == Material.State.SUPERSEDED,
                material.supersededBy(),
                link.map(URI::toString).orElse(""),
                files,
                quizzes.questions(material.id()));
    }

    private Optional<FullPages> page() {
        return Optional.ofNullable(pages.getIfAvailable());
    }

    private PushWords words() {
        return templates.words(PushWords.FILE, PushWords.class);
    }

    private static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
