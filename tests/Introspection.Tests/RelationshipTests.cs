namespace Relata.Introspection.Tests;

public sealed class RelationshipTests
{
    [Fact]
    public void Go_both_ways()
    {
        var draft = new CatalogDraft()
            .Table("site", "id").Key("id")
            .Table("camera", "id site_id").Key("id").ForeignKey("site_id", "site");

        draft.Relationships("camera").ShouldBe("site: (site_id) -> site(id)");
        draft.Relationships("site").ShouldBe("camera: (id) <- camera(site_id)");
    }

    [Fact]
    public void Of_a_table_to_itself_have_two_names()
    {
        var draft = new CatalogDraft()
            .Table("operator", "id supervisor_id").Key("id").ForeignKey("supervisor_id", "operator");

        draft.Relationships("operator").ShouldBe("""
            supervisor: (supervisor_id) -> operator(id)
            operator: (id) <- operator(supervisor_id)
            """);
    }

    [Fact]
    public void Of_two_keys_to_one_table_are_named_after_the_columns()
    {
        var draft = new CatalogDraft()
            .Table("operator", "id").Key("id")
            .Table("event", "id opened_by_id closed_by_id").Key("id")
            .ForeignKey("opened_by_id", "operator").ForeignKey("closed_by_id", "operator");

        draft.Relationships("event").ShouldBe("""
            closed_by: (closed_by_id) -> operator(id)
            opened_by: (opened_by_id) -> operator(id)
            """);
        draft.Relationships("operator").ShouldBe("""
            event_by_closed_by: (id) <- event(closed_by_id)
            event_by_opened_by: (id) <- event(opened_by_id)
            """);
    }

    [Fact]
    public void Of_a_composite_key_are_named_after_the_target()
    {
        var draft = new CatalogDraft()
            .Table("zone", "camera_id no").Key("camera_id no")
            .Table("rule", "id zone_no camera_id").Key("id").ForeignKey("camera_id zone_no", "zone", "camera_id no");

        draft.Relationships("rule").ShouldBe("zone: (camera_id zone_no) -> zone(camera_id no)");
        draft.Relationships("zone").ShouldBe("rule: (camera_id no) <- rule(camera_id zone_no)");
    }

    [Fact]
    public void Of_a_column_without_the_ending_are_named_after_the_target()
    {
        var draft = new CatalogDraft()
            .Table("site", "code").Key("code")
            .Table("camera", "at").ForeignKey("at", "site", "code");

        draft.Relationships("camera").ShouldBe("site: (at) -> site(code)");
    }

    [Fact]
    public void Do_not_take_the_name_of_a_column()
    {
        var draft = new CatalogDraft()
            .Table("site", "id camera").Key("id")
            .Table("camera", "id site site_id").Key("id").ForeignKey("site_id", "site");

        draft.Relationships("camera").ShouldBe("site_by_site_id: (site_id) -> site(id)");
        draft.Relationships("site").ShouldBe("camera_by_site: (id) <- camera(site_id)");
    }

    [Fact]
    public void Go_through_a_junction()
    {
        var draft = new CatalogDraft()
            .Table("event", "id").Key("id")
            .Table("tag", "id").Key("id")
            .Table("event_tag", "event_id tag_id added_at").Key("event_id tag_id")
            .ForeignKey("event_id", "event").ForeignKey("tag_id", "tag");

        draft.Relationships("event").ShouldBe("""
            event_tag: (id) <- event_tag(event_id)
            tag: (id) <-> tag(id) through event_tag(event_id | tag_id)
            """);
        draft.Relationships("tag").ShouldBe("""
            event_tag: (id) <- event_tag(tag_id)
            event: (id) <-> event(id) through event_tag(tag_id | event_id)
            """);
    }

    [Fact]
    public void Go_through_a_junction_with_a_key_of_its_own()
    {
        var draft = new CatalogDraft()
            .Table("event", "id").Key("id")
            .Table("tag", "id").Key("id")
            .Table("link", "id event_id tag_id").Key("id").Unique("tag_id event_id")
            .ForeignKey("event_id", "event").ForeignKey("tag_id", "tag");

        draft.Relationships("event").ShouldContain("tag: (id) <-> tag(id) through link(event_id | tag_id)");
    }

    [Fact]
    public void Go_through_a_junction_whose_keys_share_a_column()
    {
        var draft = new CatalogDraft()
            .Table("event", "tenant id").Key("tenant id")
            .Table("tag", "tenant id").Key("tenant id")
            .Table("link", "tenant event_id tag_id").Key("tenant event_id tag_id")
            .ForeignKey("tenant event_id", "event", "tenant id").ForeignKey("tenant tag_id", "tag", "tenant id");

        draft.Relationships("event").ShouldContain(
            "tag: (tenant id) <-> tag(tenant id) through link(tenant event_id | tenant tag_id)");
    }

    [Fact]
    public void Do_not_go_through_a_table_that_extends_another()
    {
        var draft = new CatalogDraft()
            .Table("camera", "id").Key("id")
            .Table("zone", "camera_id no").Key("camera_id no").ForeignKey("camera_id", "camera")
            .Table("zone_note", "camera_id no").Key("camera_id no")
            .ForeignKey("camera_id", "camera").ForeignKey("camera_id no", "zone", "camera_id no");

        draft.Relationships("camera").ShouldNotContain("<->");
    }

    [Fact]
    public void Do_not_go_through_a_table_whose_key_holds_more()
    {
        var draft = new CatalogDraft()
            .Table("a", "id").Key("id")
            .Table("b", "id").Key("id")
            .Table("visit", "a_id b_id at").Key("a_id b_id at").ForeignKey("a_id", "a").ForeignKey("b_id", "b");

        draft.Relationships("a").ShouldBe("visit: (id) <- visit(a_id)");
    }

    [Fact]
    public void Through_two_junctions_are_both_named_after_them()
    {
        var draft = new CatalogDraft()
            .Table("event", "id").Key("id")
            .Table("tag", "id").Key("id")
            .Table("liked", "event_id tag_id").Key("event_id tag_id")
            .ForeignKey("event_id", "event").ForeignKey("tag_id", "tag")
            .Table("seen", "event_id tag_id").Key("event_id tag_id")
            .ForeignKey("event_id", "event").ForeignKey("tag_id", "tag");

        draft.Relationships("event").ShouldBe("""
            liked: (id) <- liked(event_id)
            seen: (id) <- seen(event_id)
            tag_through_liked: (id) <-> tag(id) through liked(event_id | tag_id)
            tag_through_seen: (id) <-> tag(id) through seen(event_id | tag_id)
            """);
    }

    [Fact]
    public void Through_a_junction_give_way_to_parents_and_columns()
    {
        var draft = new CatalogDraft()
            .Table("tag", "id event").Key("id")
            .Table("event", "id tag_id").Key("id").ForeignKey("tag_id", "tag")
            .Table("event_tag", "event_id tag_id").Key("event_id tag_id")
            .ForeignKey("event_id", "event").ForeignKey("tag_id", "tag");

        draft.Relationships("event").ShouldBe("""
            tag: (tag_id) -> tag(id)
            event_tag: (id) <- event_tag(event_id)
            tag_through_event_tag: (id) <-> tag(id) through event_tag(event_id | tag_id)
            """);
        draft.Relationships("tag").ShouldBe("""
            event_by_tag: (id) <- event(tag_id)
            event_tag: (id) <- event_tag(tag_id)
            event_through_event_tag: (id) <-> event(id) through event_tag(tag_id | event_id)
            """);
    }

    [Fact]
    public void Through_a_junction_of_a_table_with_itself_are_named_after_the_far_column()
    {
        var draft = new CatalogDraft()
            .Table("person", "id").Key("id")
            .Table("friend", "one_id other_id").Key("one_id other_id")
            .ForeignKey("one_id", "person").ForeignKey("other_id", "person");

        draft.Relationships("person").ShouldBe("""
            friend_by_one: (id) <- friend(one_id)
            friend_by_other: (id) <- friend(other_id)
            person_through_friend_by_one: (id) <-> person(id) through friend(other_id | one_id)
            person_through_friend_by_other: (id) <-> person(id) through friend(one_id | other_id)
            """);
    }

    [Fact]
    public void Of_one_column_to_two_tables_are_named_after_the_targets()
    {
        var draft = new CatalogDraft()
            .Table("person", "id").Key("id")
            .Table("account", "id").Key("id")
            .Table("login", "user_id").ForeignKey("user_id", "person").ForeignKey("user_id", "account");

        draft.Relationships("login").ShouldBe("""
            account_by_user_id: (user_id) -> account(id)
            person_by_user_id: (user_id) -> person(id)
            """);
    }

    [Fact]
    public void Of_tables_of_one_name_in_two_schemas_are_named_after_the_schemas()
    {
        var draft = new CatalogDraft()
            .Table("site", "id").Key("id")
            .Table("a.note", "site_id").ForeignKey("site_id", "public.site")
            .Table("b.note", "site_id").ForeignKey("site_id", "public.site");

        draft.Relationships("site").ShouldBe("""
            a_note_by_site: (id) <- note(site_id)
            b_note_by_site: (id) <- note(site_id)
            """);
    }

    [Fact]
    public void Of_a_foreign_key_declared_twice_are_one()
    {
        var draft = new CatalogDraft()
            .Table("site", "id").Key("id")
            .Table("camera", "site_id").ForeignKey("site_id", "site").ForeignKey("site_id", "site");

        draft.Relationships("site").ShouldBe("camera: (id) <- camera(site_id)");
    }

    [Fact]
    public void Are_numbered_when_every_name_is_taken()
    {
        var draft = new CatalogDraft()
            .Table("site", "id").Key("id")
            .Table("camera", "site site_by_site_id site_id").ForeignKey("site_id", "site");

        draft.Relationships("camera").ShouldBe("site_by_site_id_2: (site_id) -> site(id)");
    }
}
